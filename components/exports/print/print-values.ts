import { splitNames, templateOf } from '@/components/exports/build/name-parts';
import { parseTemplate, type TemplateIssue } from '@/lib/exports/names/name-template';
import {
  DEFAULT_NAMES,
  PRINT_DPI,
  PRINT_MAX_PX,
  SAMPLE_LIMITS,
  type PdfOptions,
  type PieceType,
  type PrintOptions,
} from '@/lib/exports/options';
import type { Design } from '@/lib/print/design';
import { designColumns, smallestCode } from '@/lib/print/design-problems';
import { fieldsOf, ownProblems, type OwnIssue, type OwnStock } from '@/lib/print/own-stock';
import { orderIssue } from '@/lib/print/piece-order';
import { piecePage, piecePixels } from '@/lib/print/piece-page';
import type { KeptDesign } from '@/lib/print/designs/kept-types';
import { ACCEPTANCE, FILLING, STARTER_KEYS, type DesignKey } from '@/lib/print/starter-keys';
import { fillingDesign } from '@/lib/print/labels';
import type { Starter } from '@/lib/print/starters';
import { gridOf, OWN, PIECE, placeToFill, type Grid, type SheetChoice } from '@/lib/print/sheet';
import { sizeVerdict } from '@/lib/wechat/rules/print-sizes';

/** What can be chosen: a design of the product, whose key is its name, or one of the team. */
export type DesignChoice = Omit<Starter, 'key'> & { key: string; builtIn: DesignKey | null };

export const ofProduct = (starter: Starter): DesignChoice => ({ ...starter, builtIn: starter.key });
export const ofTeam = ({ id, stock, design }: KeptDesign): DesignChoice => ({
  ...{ key: id, stock, design, builtIn: null },
});

/** `sample`: how many codes are drawn at random; null for all of them. */
export type PrintValues = SheetChoice & {
  design: string;
  ink: PdfOptions['ink'];
  codes: PdfOptions['codes'];
  /** Of the pieces on sheets. */
  order: string;
  sample: number | null;
  seed: number;
  /** Sheets in one PDF, or a file for each code. */
  output: 'sheets' | 'files';
  type: PieceType;
  dpi: number;
  bleed: boolean;
  folder: string;
  /** Template of the files' names, below their folder. */
  name: string;
};

const USUAL_FILES = { type: 'pdf', dpi: PRINT_DPI.usual, bleed: true, names: DEFAULT_NAMES } as const;

/** Names that use columns of another batch begin anew. */
function startFiles(last: PrintOptions | null, columns: readonly string[]) {
  const { names, ...files } = last?.format === 'pieces' ? last.files : USUAL_FILES;
  const output: PrintValues['output'] = last?.format === 'pieces' ? 'files' : 'sheets';
  return { output, ...files, ...splitNames(names, columns) };
}

/** A column of another table is no order here. */
function knownOrder(order: string, columns: readonly string[]): string {
  return orderIssue(order, columns) ? 'given' : order;
}

/** As it was printed last, else the first design on the sheet that it was made for. */
export function startPrint(
  last: PrintOptions | null,
  designs: readonly DesignChoice[],
  columns: readonly string[],
): PrintValues {
  const key = last?.design.key ?? '';
  if (last && (key === FILLING || designs.some((known) => known.key === key))) {
    const { count: sample = null, seed = 1 } = last.sample ?? {};
    const files = startFiles(last, columns);
    return {
      ...last.sheet,
      startAt: 1,
      design: key,
      ink: last.ink,
      codes: last.codes,
      order: knownOrder(last.order, columns),
      sample,
      seed,
      ...files,
    };
  }
  const { key: first, stock } = designs.find(({ builtIn }) => builtIn) ?? {
    key: STARTER_KEYS[0],
    stock: 'a4',
  };
  const all = { own: null, sample: null, seed: 1 };
  return {
    design: first,
    stock,
    startAt: 1,
    copies: 1,
    cropMarks: false,
    colorBars: false,
    ink: 'rgb',
    codes: 'picture',
    order: 'given',
    ...all,
    ...startFiles(null, columns),
  };
}

/** As `createExport` reads them. */
export function printFields(values: PrintValues): [string, string][] {
  return [
    ['format', values.output === 'files' ? 'pieces' : 'pdf'],
    ['design', values.design],
    ...stockFields(values),
    ['startAt', String(values.startAt)],
    ['copies', String(values.copies)],
    ['cropMarks', values.cropMarks ? 'yes' : 'no'],
    ['colorBars', values.colorBars ? 'yes' : 'no'],
    ['ink', values.ink],
    ['codes', values.codes],
    ['order', values.order],
    ...sampleFields(values),
    ...(values.output === 'files' ? fileFields(values) : []),
  ];
}

function fileFields(values: PrintValues): [string, string][] {
  const { type, dpi, bleed } = values;
  return [
    ['type', type],
    ['dpi', String(dpi)],
    ['bleed', bleed ? 'yes' : 'no'],
    ['names', templateOf(values)],
  ];
}

function stockFields({ stock, own }: PrintValues): [string, string][] {
  if (stock !== OWN || !own) return [['stock', stock]];
  const measures = fieldsOf(own.kind).map((field): [string, string] => [`own.${field}`, String(own[field])]);
  return [['stock', stock], ['own.kind', own.kind], ['own.name', own.name], ...measures];
}

/** What `checkPrint` reads: the sheet changes nothing of a design but of one that fills its place. */
export function checkFields(values: PrintValues): [string, string][] {
  const order: [string, string][] = values.order === 'given' ? [] : [['order', values.order]];
  return [['design', values.design], ...order, ...(values.design === FILLING ? stockFields(values) : [])];
}

function sampleFields({ sample, seed }: PrintValues): [string, string][] {
  if (sample === null) return [];
  return [
    ['sample', String(sample)],
    ['seed', String(seed)],
  ];
}

/** Another design on the sheet that it was made for; whoever tries codes out begins with a few of them. */
export function withDesign(values: PrintValues, { key, stock }: DesignChoice): Partial<PrintValues> {
  const isForm = (design: string) => design === ACCEPTANCE;
  const usual = isForm(key) ? SAMPLE_LIMITS.usual : null;
  const sample = isForm(key) === isForm(values.design) ? values.sample : usual;
  const output = isForm(key) ? 'sheets' : values.output;
  return { design: key, stock, startAt: 1, sample, output };
}

/** The one that fills its place, beside those that are as large as they are. */
export function fillingStarter({ stock, own }: PrintValues, usual: string): DesignChoice {
  const isGood = stock !== OWN || (own !== null && ownProblems(own).length === 0);
  const place = isGood ? placeToFill({ stock, own }) : null;
  const design = fillingDesign(place ?? { width: 60, height: 40 });
  return { key: FILLING, builtIn: FILLING, stock: stock === PIECE ? usual : stock, design };
}

const EMPTY: Grid = { pageWidth: 0, pageHeight: 0, places: [] };

/**
 * `tooLarge`: the piece for the sheet; `tooSmall`: its code for a phone; `noColumn`: its texts name one that this table has not;
 * `pixels`: more than are made.
 */
type Fault = 'own' | 'tooLarge' | 'tooSmall' | 'needsSheet' | 'noColumn' | 'pixels' | 'names' | null;

export type Laid = {
  grid: Grid;
  codeCm: number;
  ownIssues: OwnIssue[];
  fault: Fault;
  /** The first column that there is not. */
  column: string | undefined;
  /** What is drawn: of a file its page. */
  design: Design;
  sheet: SheetChoice;
  /** Of the longer side of a file. */
  pixels: number;
  namesIssue: TemplateIssue | null;
};

function faultOf(values: PrintValues, design: Design, laid: Omit<Laid, 'fault'>): Fault {
  if (laid.column !== undefined) return 'noColumn';
  if (laid.ownIssues.length > 0) return 'own';
  if (values.design === FILLING && values.stock === PIECE) return 'needsSheet';
  if (design.elements.some(({ kind }) => kind === 'code') && sizeVerdict(laid.codeCm) === 'tooSmall')
    return 'tooSmall';
  if (laid.pixels > PRINT_MAX_PX) return 'pixels';
  if (laid.namesIssue) return 'names';
  return laid.grid.places.length === 0 ? 'tooLarge' : null;
}

/** Sheets, or the page of a file. */
function pageOf(values: PrintValues, design: Design) {
  if (values.output === 'sheets') return { design, sheet: values, grid: gridOf(values, design), pixels: 0 };
  const { bleed, type, dpi } = values;
  const asked = { design, sheet: values, files: { bleed, type, dpi, names: '' } };
  return { ...piecePage(asked), pixels: piecePixels(asked) };
}

/**
 * The sheet, and why it cannot be made; what is wrong with measures of one's own stands at their fields.
 * @param columns of the table that is printed
 */
export function layOut(values: PrintValues, design: Design, columns: readonly string[]): Laid {
  const codeCm = smallestCode(design) ?? 0;
  const column = designColumns(design).find((named) => !columns.includes(named));
  const ownIssues = values.stock === OWN && values.own ? ownProblems(values.own) : [];
  const namesIssue = values.output === 'files' ? parseTemplate(templateOf(values), columns).issue : null;
  const page = pageOf(values, design);
  const grid = ownIssues.length > 0 ? EMPTY : page.grid;
  const laid = { ...page, grid, codeCm, column, ownIssues, namesIssue };
  return { ...laid, fault: faultOf(values, design, laid) };
}

/** The kept one that these measures are, unchanged. */
export function keptAs(own: OwnStock | null, kept: readonly { id: string; own: OwnStock }[]): string | null {
  if (!own) return null;
  const isSame = (other: OwnStock) =>
    other.name === own.name &&
    other.kind === own.kind &&
    fieldsOf(own.kind).every((field) => other[field] === own[field]);
  return kept.find((one) => isSame(one.own))?.id ?? null;
}
