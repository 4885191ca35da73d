import type { Design } from './design';
import type { OwnStock } from './own-stock';

// Paper and label stock. Millimetres; the makers' own figures.

export type Stock = {
  key: string;
  width: number;
  height: number;
  /** Of paper; where nothing is said, `PAPER_MARGIN` all around. */
  margin?: { x: number; y: number };
  /** Fixed labels; paper takes as many pieces as there is room for. */
  labels: null | {
    columns: number;
    rows: number;
    width: number;
    height: number;
    left: number;
    top: number;
    gapX: number;
    gapY: number;
  };
};

type Labels = NonNullable<Stock['labels']>;

const A4 = { width: 210, height: 297 };
const LETTER = { width: 215.9, height: 279.4 };
const paper = (key: string, size: { width: number; height: number }): Stock => ({
  key,
  ...size,
  labels: null,
});
const labels = (key: string, size: typeof A4, grid: Labels): Stock => ({ key, ...size, labels: grid });
const roll = (width: number, height: number): Stock =>
  labels(
    `roll-${width}x${height}`,
    { width, height },
    { columns: 1, rows: 1, width, height, left: 0, top: 0, gapX: 0, gapY: 0 },
  );

/** The page is the piece itself, with its bleed. */
export const PIECE = 'piece';
/** What somebody measured themselves. */
export const OWN = 'own';

export const STOCKS: readonly Stock[] = [
  paper('a4', A4),
  paper('a3', { width: 297, height: 420 }),
  paper('letter', LETTER),
  { key: PIECE, width: 0, height: 0, labels: null },
  labels('L7160', A4, {
    ...{ columns: 3, rows: 7, width: 63.5, height: 38.1 },
    ...{ left: 7.2, top: 15.15, gapX: 2.55, gapY: 0 },
  }),
  labels('L7163', A4, {
    ...{ columns: 2, rows: 7, width: 99.1, height: 38.1 },
    ...{ left: 4.65, top: 15.15, gapX: 2.5, gapY: 0 },
  }),
  labels('L7651', A4, {
    ...{ columns: 5, rows: 13, width: 38.1, height: 21.2 },
    ...{ left: 4.75, top: 10.7, gapX: 2.5, gapY: 0 },
  }),
  labels('5160', LETTER, {
    ...{ columns: 3, rows: 10, width: 66.675, height: 25.4 },
    ...{ left: 4.7625, top: 12.7, gapX: 3.175, gapY: 0 },
  }),
  roll(40, 30),
  roll(50, 30),
  roll(60, 40),
];

export type SheetChoice = {
  stock: string;
  /** Where `stock` is OWN. */
  own: OwnStock | null;
  /** The first free label of a sheet that is half used, from 1. */
  startAt: number;
  copies: number;
  cropMarks: boolean;
  /** Patches of ink for the press, below everything; labels have no room for them. */
  colorBars: boolean;
};

export const SHEET_LIMITS = { copies: 100, startAt: 200 };

/** Where nothing is printed at the edge of paper; crop marks stand in it. */
const PAPER_MARGIN = 10;
/** Between pieces on paper beyond their bleed. */
const PAPER_GAP = 2;
const MARK_GAP = 4;
/** What color bars take of a page, and where they stand in it. */
const BAR_MM = { strip: 8, size: 4, foot: 5, side: 5 };

export type Grid = {
  pageWidth: number;
  pageHeight: number;
  /** Upper left corners of the finished pieces, row by row. */
  places: { x: number; y: number }[];
};

function row(count: number, [first, step]: [number, number]): number[] {
  return Array.from({ length: count }, (_, at) => first + at * step);
}

function places(xs: number[], ys: number[]): Grid['places'] {
  return ys.flatMap((y) => xs.map((x) => ({ x, y })));
}

/** As many as there is room for, in the middle. */
function along(page: number, margin: number, { piece, gap }: { piece: number; gap: number }): number[] {
  // A piece that is exactly as wide as its place must not be lost to how a computer divides.
  const count = Math.max(0, Math.floor((page - 2 * margin + gap) / (piece + gap) + 1e-6));
  const used = count * piece + (count - 1) * gap;
  return row(count, [(page - used) / 2, piece + gap]);
}

function onPaper(
  stock: Stock,
  { width, height, bleed }: Design,
  { cropMarks, colorBars }: SheetChoice,
): Grid {
  const gap = 2 * bleed + (cropMarks ? MARK_GAP : bleed > 0 ? PAPER_GAP : 0);
  const { x: marginX, y: marginY } = stock.margin ?? { x: PAPER_MARGIN, y: PAPER_MARGIN };
  const strip = colorBars ? BAR_MM.strip : 0;
  const turned = [
    { pageWidth: stock.width, pageHeight: stock.height, x: marginX, y: marginY },
    { pageWidth: stock.height, pageHeight: stock.width, x: marginY, y: marginX },
  ].map(({ pageWidth, pageHeight, x, y }) => ({
    ...{ pageWidth, pageHeight },
    places: places(
      along(pageWidth, x, { piece: width, gap }),
      along(pageHeight - strip, y, { piece: height, gap }),
    ),
  }));
  const [upright, across] = turned;
  if (!upright || !across) throw new Error('two ways to lay a sheet');
  return across.places.length > upright.places.length ? across : upright;
}

function onLabels(stock: Stock, grid: Labels, { width, height }: Design): Grid {
  const fits = width <= grid.width + 0.01 && height <= grid.height + 0.01;
  const xs = row(grid.columns, [grid.left + (grid.width - width) / 2, grid.width + grid.gapX]);
  const ys = row(grid.rows, [grid.top + (grid.height - height) / 2, grid.height + grid.gapY]);
  return { pageWidth: stock.width, pageHeight: stock.height, places: fits ? places(xs, ys) : [] };
}

function ownStock(own: OwnStock): Stock {
  const { width, height, left, top, columns, rows, labelWidth, labelHeight, gapX, gapY } = own;
  if (own.kind === 'paper') return { key: OWN, width, height, margin: { x: left, y: top }, labels: null };
  const grid = { columns, rows, width: labelWidth, height: labelHeight, left, top, gapX, gapY };
  return { key: OWN, width, height, labels: grid };
}

function stockOf({ stock, own }: Pick<SheetChoice, 'stock' | 'own'>): Stock | undefined {
  return stock === OWN && own ? ownStock(own) : STOCKS.find(({ key }) => key === stock);
}

/**
 * What a design has room for that is made to fill its place: a label, or paper within its margins.
 * @returns null where the page follows the piece
 */
export function placeToFill(
  sheet: Pick<SheetChoice, 'stock' | 'own'>,
): { width: number; height: number } | null {
  const stock = stockOf(sheet);
  if (!stock || stock.key === PIECE) return null;
  if (stock.labels) return { width: stock.labels.width, height: stock.labels.height };
  const { x, y } = stock.margin ?? { x: PAPER_MARGIN, y: PAPER_MARGIN };
  return { width: stock.width - 2 * x, height: stock.height - 2 * y };
}

/** How pieces stand on a sheet; no places when one does not fit. */
export function gridOf(sheet: SheetChoice, design: Design): Grid {
  const stock = stockOf(sheet);
  if (!stock) return { pageWidth: 210, pageHeight: 297, places: [] };
  if (stock.labels) return onLabels(stock, stock.labels, design);
  if (stock.key !== PIECE) return onPaper(stock, design, sheet);
  const around = design.bleed + (sheet.cropMarks ? PAPER_MARGIN : 0);
  return {
    pageWidth: design.width + 2 * around,
    pageHeight: design.height + 2 * around + (sheet.colorBars ? BAR_MM.strip : 0),
    places: [{ x: around, y: around }],
  };
}

/** Labels are cut already: what is beyond their edge would stand on the next one. */
export function bleedOn(sheet: SheetChoice, design: Design): number {
  return stockOf(sheet)?.labels ? 0 : design.bleed;
}

export const hasLabels = (sheet: Pick<SheetChoice, 'stock' | 'own'>) => Boolean(stockOf(sheet)?.labels);

/** Cyan, magenta, yellow and black in percent. */
type Ink = readonly [number, number, number, number];
export type Patch = { x: number; y: number; size: number; ink: Ink };

/** The four inks, two of them on each other, and tints of black. */
const INKS: readonly Ink[] = [
  [100, 0, 0, 0],
  [0, 100, 0, 0],
  [0, 0, 100, 0],
  [0, 0, 0, 100],
  [0, 100, 100, 0],
  [100, 0, 100, 0],
  [100, 100, 0, 0],
  [0, 0, 0, 75],
  [0, 0, 0, 50],
  [0, 0, 0, 25],
];

/** As many patches as the page has room for, in the middle of its foot. */
export function colorBars(sheet: SheetChoice, { pageWidth, pageHeight }: Grid): Patch[] {
  if (!sheet.colorBars || hasLabels(sheet)) return [];
  const { size, foot, side } = BAR_MM;
  const count = Math.min(INKS.length, Math.floor((pageWidth - 2 * side) / size));
  const left = (pageWidth - count * size) / 2;
  return INKS.slice(0, count).map((ink, at) => ({
    ...{ x: left + at * size, y: pageHeight - foot - size, size, ink },
  }));
}

type Line = { x1: number; y1: number; x2: number; y2: number };

/** Where to cut a piece that stands at the origin: two lines at each corner, outside of the bleed. */
export function cropMarks({ width, height, bleed }: Design): Line[] {
  const [from, to] = [bleed + 0.5, bleed + MARK_GAP / 2];
  return [0, width].flatMap((x) =>
    [0, height].flatMap((y) => {
      const [dx, dy] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1];
      return [
        { x1: x + dx * from, y1: y, x2: x + dx * to, y2: y },
        { x1: x, y1: y + dy * from, x2: x, y2: y + dy * to },
      ];
    }),
  );
}

/** “20 / 300 · #7”, in every language. */
export function sampleText({ count, seed, of }: { count: number; seed: number; of: number }): string {
  return `${count} / ${of} · #${seed}`;
}

/** How many sheets it takes. */
export function sheetCount(pieces: number, { copies, startAt }: SheetChoice, perSheet: number): number {
  return perSheet === 0 ? 0 : Math.ceil((pieces * copies + startAt - 1) / perSheet);
}
