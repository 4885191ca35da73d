import { SAMPLE_LIMITS, type PdfOptions } from '@/lib/exports/options';
import type { Design } from '@/lib/print/design';
import { designColumns, smallestCode } from '@/lib/print/design-problems';
import { fieldsOf, ownProblems, type OwnIssue, type OwnStock } from '@/lib/print/own-stock';
import type { KeptDesign } from '@/lib/print/designs/kept-types';
import { FILLING, STARTER_KEYS, type DesignKey } from '@/lib/print/starter-keys';
import { fillingDesign, type Starter } from '@/lib/print/starters';
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
  sample: number | null;
  seed: number;
};

/** As it was printed last, else the first design on the sheet that it was made for. */
export function startPrint(last: PdfOptions | null, designs: readonly DesignChoice[]): PrintValues {
  const key = last?.design.key ?? '';
  if (last && (key === FILLING || designs.some((known) => known.key === key))) {
    const { count: sample = null, seed = 1 } = last.sample ?? {};
    return { ...last.sheet, startAt: 1, design: key, ink: last.ink, sample, seed };
  }
  const { key: first, stock } = designs.find(({ builtIn }) => builtIn) ?? {
    key: STARTER_KEYS[0],
    stock: 'a4',
  };
  const all = { own: null, sample: null, seed: 1 };
  return { design: first, stock, startAt: 1, copies: 1, cropMarks: false, ink: 'rgb', ...all };
}

/** As `createExport` reads them. */
export function printFields(values: PrintValues): [string, string][] {
  return [
    ['format', 'pdf'],
    ['design', values.design],
    ...stockFields(values),
    ['startAt', String(values.startAt)],
    ['copies', String(values.copies)],
    ['cropMarks', values.cropMarks ? 'yes' : 'no'],
    ['ink', values.ink],
    ...sampleFields(values),
  ];
}

function stockFields({ stock, own }: PrintValues): [string, string][] {
  if (stock !== OWN || !own) return [['stock', stock]];
  const measures = fieldsOf(own.kind).map((field): [string, string] => [`own.${field}`, String(own[field])]);
  return [['stock', stock], ['own.kind', own.kind], ['own.name', own.name], ...measures];
}

/** What `checkPrint` reads: the sheet changes nothing of a design but of one that fills its place. */
export function checkFields(values: PrintValues): [string, string][] {
  return [['design', values.design], ...(values.design === FILLING ? stockFields(values) : [])];
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
  const isForm = (design: string) => design === 'acceptance';
  const usual = isForm(key) ? SAMPLE_LIMITS.usual : null;
  const sample = isForm(key) === isForm(values.design) ? values.sample : usual;
  return { design: key, stock, startAt: 1, sample };
}

/** The one that fills its place, beside those that are as large as they are. */
export function fillingStarter({ stock, own }: PrintValues, usual: string): DesignChoice {
  const isGood = stock !== OWN || (own !== null && ownProblems(own).length === 0);
  const place = isGood ? placeToFill({ stock, own }) : null;
  const design = fillingDesign(place ?? { width: 60, height: 40 });
  return { key: FILLING, builtIn: FILLING, stock: stock === PIECE ? usual : stock, design };
}

const EMPTY: Grid = { pageWidth: 0, pageHeight: 0, places: [] };

/** `tooLarge`: the piece for the sheet; `tooSmall`: its code for a phone; `noColumn`: its texts name one that this table has not. */
type Fault = 'own' | 'tooLarge' | 'tooSmall' | 'needsSheet' | 'noColumn' | null;

export type Laid = {
  grid: Grid;
  codeCm: number;
  ownIssues: OwnIssue[];
  fault: Fault;
  /** The first column that there is not. */
  column: string | undefined;
};

function faultOf(
  values: PrintValues,
  design: Design,
  { grid, codeCm, column }: Pick<Laid, 'grid' | 'codeCm' | 'column'>,
): Fault {
  if (column !== undefined) return 'noColumn';
  if (values.design === FILLING && values.stock === PIECE) return 'needsSheet';
  if (design.elements.some(({ kind }) => kind === 'code') && sizeVerdict(codeCm) === 'tooSmall')
    return 'tooSmall';
  return grid.places.length === 0 ? 'tooLarge' : null;
}

/**
 * The sheet, and why it cannot be made; what is wrong with measures of one's own stands at their fields.
 * @param columns of the table that is printed
 */
export function layOut(values: PrintValues, design: Design, columns: readonly string[]): Laid {
  const codeCm = smallestCode(design) ?? 0;
  const column = designColumns(design).find((named) => !columns.includes(named));
  const ownIssues = values.stock === OWN && values.own ? ownProblems(values.own) : [];
  if (ownIssues.length > 0) return { grid: EMPTY, codeCm, column, ownIssues, fault: 'own' };
  const laid = { grid: gridOf(values, design), codeCm, column };
  return { ...laid, ownIssues, fault: faultOf(values, design, laid) };
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
