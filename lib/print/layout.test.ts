import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { loadMessages } from '@/lib/i18n/messages';
import type { NameValues } from '@/lib/exports/names/name-template';
import { placeHead, placePiece, readDesign } from './place-piece';
import { sizeVerdict } from '@/lib/wechat/rules/print-sizes';
import type { Design } from './design';
import { ownProblems, USUAL_OWN, type OwnStock } from './own-stock';
import { bleedOn, gridOf, OWN, placeToFill, sheetCount, STOCKS } from './sheet';
import { STARTER_KEYS } from './starter-keys';
import { fillingDesign } from './labels';
import { starters, starterWords } from './starters';

const words = starterWords(
  createTranslator({ locale: 'zh-CN', messages: loadMessages('zh-CN'), namespace: 'exports.print.words' }),
);
const designs = starters(words);
const values: NameValues = {
  ...{ name: '一号桌', scene: 't=1', path: '', page: '', row: 1, date: '2026-11-26', app: '咖啡' },
  ...{ folder: '', tags: '', id: '1', width: '430', columns: {} },
};
const choice = (stock: string) => ({
  stock,
  own: null,
  startAt: 1,
  copies: 1,
  cropMarks: false,
  colorBars: false,
});

describe('a design of the product', () => {
  test.each(designs)(
    '$key fits on its own sheet, on no other piece, and within the page',
    ({ design, stock }) => {
      const { places, pageWidth, pageHeight } = gridOf(choice(stock), design);
      expect(places.length).toBeGreaterThan(0);
      for (const { x, y } of places) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.001);
        expect(x + design.width).toBeLessThanOrEqual(pageWidth + 0.001);
        expect(y + design.height).toBeLessThanOrEqual(pageHeight + 0.001);
      }
      const near = places.flatMap((a) =>
        places.filter(
          (b) =>
            a !== b &&
            Math.abs(a.x - b.x) < design.width - 0.001 &&
            Math.abs(a.y - b.y) < design.height - 0.001,
        ),
      );
      expect(near).toEqual([]);
    },
  );

  test.each(designs)(
    '$key has one code that stands inside of it, as large as can be scanned',
    ({ design }) => {
      const codes = design.elements.filter((element) => element.kind === 'code');
      expect(codes).toHaveLength(1);
      for (const { x, y, size, quiet } of codes) {
        expect(size).toBeGreaterThanOrEqual(18);
        expect(Math.min(x, y) - quiet).toBeGreaterThanOrEqual(0);
        expect(
          Math.max(x + size + quiet - design.width, y + size + quiet - design.height),
        ).toBeLessThanOrEqual(0);
      }
    },
  );

  test.each(designs)('$key takes a long name whole', ({ design }) => {
    const { read } = readDesign(design, []);
    const name = '南京东路步行街旗舰店 · 二楼大厅 · 12 号桌';
    const { marks, problems } = read ? placePiece(read, { ...values, name }) : { marks: [], problems: [] };
    expect(problems).toEqual([]);
    const lines = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(lines.some((line) => line.endsWith('12 号桌'))).toBe(true);
  });

  test('roundSticker has its whole code on the white of its circle', () => {
    const { elements = [] } = designs.find(({ key }) => key === 'roundSticker')?.design ?? {};
    const [disc, code] = elements;
    if (disc?.kind !== 'box' || code?.kind !== 'code') throw new Error('another design');
    const middle = disc.x + disc.radius;
    const reaches = [code.x, code.x + code.size].flatMap((x) =>
      [code.y, code.y + code.size].map((y) => Math.hypot(x - middle, y - middle)),
    );
    expect(Math.max(...reaches)).toBeLessThan(disc.radius);
  });

  test.each(designs)('$key takes usual names whole', ({ design }) => {
    const { read } = readDesign(design, []);
    const { marks, problems } = read ? placePiece(read, values) : { marks: [], problems: [] };
    expect(problems).toEqual([]);
    expect(marks.some((mark) => mark.kind === 'text' && mark.text === '一号桌')).toBe(true);
  });

  test('is each of the keys', () => {
    expect(designs.map(({ key }) => key).sort()).toEqual([...STARTER_KEYS].sort());
  });
});

describe('a sheet', () => {
  test.each([
    ['L7160', 'shelf', 21],
    ['L7651', 'small', 65],
    ['5160', 'address', 30],
    ['L7163', 'shelf', 14],
  ])('%s has its labels', (stock, key, count) => {
    const design = designs.find((starter) => starter.key === key)?.design;
    expect(design && gridOf(choice(stock), design).places.length).toBe(count);
  });

  test('keeps within the paper on the maker’s figures', () => {
    for (const { labels, width, height } of STOCKS) {
      if (!labels) continue;
      const { left, top, columns, rows, gapX, gapY } = labels;
      expect(2 * left + columns * labels.width + (columns - 1) * gapX).toBeCloseTo(width, 0);
      expect(2 * top + rows * labels.height + (rows - 1) * gapY).toBeCloseTo(height, 0);
    }
  });

  test('has no place for what is larger than its labels', () => {
    const poster = designs.find(({ key }) => key === 'poster')?.design;
    expect(poster && gridOf(choice('L7160'), poster).places).toEqual([]);
  });

  test('counts from the first free label', () => {
    expect(sheetCount(21, choice('L7160'), 21)).toBe(1);
    expect(sheetCount(21, { ...choice('L7160'), startAt: 2 }, 21)).toBe(2);
    expect(sheetCount(10, { ...choice('L7160'), copies: 5 }, 21)).toBe(3);
  });
});

describe('a text', () => {
  const texts = (name: string) => {
    const design = designs.find(({ key }) => key === 'sticker')?.design;
    const { read } = design ? readDesign(design, []) : { read: null };
    return read ? placePiece(read, { ...values, name }) : { marks: [], problems: [] };
  };
  const lines = (name: string) => texts(name).marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
  const first = (name: string) => lines(name)[0];

  test('shrinks until it fits, and no further than its limit', () => {
    const [short, longer] = [first('短'), first('一二三四五六七八九十一二')];
    expect(short).toMatchObject({ sizePt: 15, text: '短' });
    expect(longer).toMatchObject({ text: '一二三四五六七八九十一二' });
    expect(longer?.sizePt).toBeLessThan(15);
    expect(longer?.width).toBeLessThanOrEqual(50);
    const [above, below] = lines('长'.repeat(80));
    expect([above?.sizePt, below?.sizePt]).toEqual([7.5, 7.5]);
    expect([above?.text.endsWith('…'), below?.text.endsWith('…')]).toEqual([false, true]);
    expect(texts('长'.repeat(80)).problems).toEqual([{ kind: 'textTooLong', text: '长'.repeat(80) }]);
  });

  test('leaves out what the font lacks, and says it', () => {
    expect(texts('𠮷店😀').problems).toEqual([{ kind: 'noGlyph', text: '𠮷 😀' }]);
    expect(first('𠮷店😀')).toMatchObject({ text: '店' });
  });
});

test('the head of a sheet stands above its pieces and within its margins, whatever the batch is called', () => {
  const design = designs.find(({ key }) => key === 'acceptance')?.design;
  const grid = design && gridOf(choice('a4'), design);
  for (const about of ['', '20 / 300 · #7', `${'长'.repeat(200)} · 20 / 300 · #7`]) {
    const marks = design && grid ? placeHead(design, about, grid.pageWidth) : [];
    expect(marks.map(({ text }) => text).join('')).toContain('验收表');
    for (const { x, y, width } of marks) {
      expect(x).toBeGreaterThanOrEqual(9.99);
      expect(x + width).toBeLessThanOrEqual(200.01);
      expect(y).toBeLessThan(grid?.places[0]?.y ?? 0);
    }
  }
});

const OVERFULL = {
  ...{ width: 620, height: 900, columns: 32, rows: 10, labelWidth: 10, labelHeight: 10, gapX: 0, gapY: 0 },
};

describe('paper and labels of one’s own', () => {
  const own = { ...USUAL_OWN, width: 100, height: 150, left: 5, top: 10 };
  const grid = { ...own, columns: 2, rows: 3, labelWidth: 40, labelHeight: 30, gapX: 4, gapY: 5 };
  const laid = (measures: OwnStock, design: Design) =>
    gridOf({ ...choice(OWN), own: measures }, design).places;

  test('put labels where the ruler found them, and nothing beside them', () => {
    const design = fillingDesign({ width: 40, height: 30 });
    expect(laid(grid, design)).toEqual([
      { x: 5, y: 10 },
      { x: 49, y: 10 },
      { x: 5, y: 45 },
      { x: 49, y: 45 },
      { x: 5, y: 80 },
      { x: 49, y: 80 },
    ]);
    expect(placeToFill({ stock: OWN, own: grid })).toEqual({ width: 40, height: 30 });
    expect(bleedOn({ ...choice(OWN), own: grid }, { ...design, bleed: 3 })).toBe(0);
  });

  test('of paper take as many as there is room for within its margins', () => {
    const paper = { ...own, kind: 'paper' as const, top: 15 };
    // 90 × 120 mm: two beside each other and four below each other, or turned (120 × 90) three and three.
    expect(laid(paper, fillingDesign({ width: 40, height: 30 }))).toHaveLength(9);
    expect(laid(paper, fillingDesign({ width: 90, height: 120 }))).toEqual([{ x: 5, y: 15 }]);
    expect(laid(paper, fillingDesign({ width: 91, height: 120 }))).toEqual([]);
  });

  test.each([
    ['columns', { columns: 3 }, { key: 'ownTooWide', values: { used: 133, max: 100 } }],
    ['rows', { rows: 5 }, { key: 'ownTooHigh', values: { used: 180, max: 150 } }],
    ['gapX', { gapX: -1 }, { key: 'ownRange', values: { min: 0, max: 100 } }],
    ['columns', { columns: 1.5 }, { key: 'ownRange', values: { min: 1, max: 40 } }],
    ['width', { width: Number.NaN }, { key: 'ownRange', values: { min: 15, max: 620 } }],
    ['rows', { ...OVERFULL }, { key: 'ownTooMany', values: { count: 320, max: 200 } }],
    ['left', { kind: 'paper', left: 50 }, { key: 'ownTooWide', values: { used: 110, max: 100 } }],
  ] as const)('are refused where %s cannot be: %o', (field, changed, problem) => {
    expect(ownProblems({ ...grid, ...changed })).toEqual([expect.objectContaining({ field, ...problem })]);
  });

  test('that just fit are taken, also in inches', () => {
    const inches = { ...grid, width: 101.6, left: 4.7625, columns: 3, labelWidth: 28.575, gapX: 3.175 };
    expect(ownProblems(inches)).toEqual([]);
  });
});

describe('a design that fills its place', () => {
  test.each([
    [40, 30],
    [30, 40],
    [100, 20],
    [20, 100],
    [210, 297],
  ])('of %i × %i mm has its code inside and takes usual names', (width, height) => {
    const design = fillingDesign({ width, height });
    const { read } = readDesign(design, []);
    const code = design.elements.find((element) => element.kind === 'code');
    if (!code || !read) throw new Error('a design without a code');
    expect(code.size).toBeGreaterThanOrEqual(15);
    expect(Math.min(code.x, code.y)).toBeGreaterThanOrEqual(0);
    expect(code.x + code.size).toBeLessThanOrEqual(width);
    expect(code.y + code.size).toBeLessThanOrEqual(height);
    expect(placePiece(read, values).problems).toEqual([]);
  });
});

test('a code is too small, small or large enough by WeChat’s table', () => {
  expect([1.49, 1.5, 2.49, 2.5, 8].map(sizeVerdict)).toEqual([
    ...(['tooSmall', 'small', 'small', 'enough', 'enough'] as const),
  ]);
});
