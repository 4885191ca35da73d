import type { FieldSource } from './plan';
import { allButMistakes, countsRows, type Column } from './columns';
import type { Aside } from '@/lib/batches/table/words/lexicon';
import { SCENE_MAX_CHARS } from '@/lib/wechat/rules/limits';

/** More columns than these in one scene is no guess any more. */
const JOINED_MAX = 3;
/** Every pair and triple of so many columns is looked at. */
const PARTS_MAX = 7;
/** Repeated values among so many different ones are mistakes, and no reason to take another column. */
const NEARLY = 0.8;

export const fromColumn = ({ index }: Column): FieldSource => ({ from: 'column', column: index });

export function fromColumns(columns: Column[]): FieldSource {
  return { from: 'template', template: columns.map(({ name }) => `{${name}}`).join('-') };
}

/** The subject that a column speaks of, if it says so. */
export function subjectOf({ meaning }: Column): string | null {
  return meaning && 'subject' in meaning ? meaning.subject : null;
}

/** How well a column's name fits for telling rows apart; 0 for what a name does not suggest. */
function rankOf(column: Column, columns: Column[]): number {
  const { meaning } = column;
  if (meaning?.kind === 'subject') return 60;
  if (meaning?.kind !== 'id') return 0;
  if (meaning.subject === null) return countsRows(column) ? 45 : 80;
  const isNamed = columns.some(
    (other) => other.meaning?.kind === 'name' && subjectOf(other) === meaning.subject,
  );
  return isNamed ? 105 : 100;
}

/** Texts of several columns, as a template puts them together. */
export function together(columns: Column[]): string[] {
  return columns[0]?.values.map((_, row) => columns.map(({ values }) => values[row]).join('-')) ?? [];
}

function* subsets(columns: Column[]): Generator<Column[]> {
  for (let size = 2; size <= JOINED_MAX; size += 1) yield* subsetsOf(columns, size);
}

function* subsetsOf(columns: Column[], size: number): Generator<Column[]> {
  if (size === 0) return yield [];
  for (const [at, column] of columns.entries())
    for (const rest of subsetsOf(columns.slice(at + 1), size - 1)) yield [column, ...rest];
}

const inTable = (columns: Column[]) => columns.toSorted((a, b) => a.index - b.index);

/** The fewest columns that only together tell the rows apart, such as store and table; the better named first. */
function joined(columns: Column[], least = 1): Column[] | undefined {
  const parts = columns
    .filter(({ fits, name, distinct, values }) => fits && !/[{}]/.test(name) && distinct * values.length > 1)
    .slice(0, PARTS_MAX);
  for (const subset of subsets(parts)) {
    const texts = together(subset);
    const isTelling = new Set(texts).size >= texts.length * least;
    if (isTelling && allButMistakes(texts, (text) => text.length <= SCENE_MAX_CHARS)) return inTable(subset);
  }
  return undefined;
}

/** An identifier and the subject of another one say the same thing twice: `门店编号` and `门店`. */
function withoutRepeats(columns: Column[]): Column[] {
  return columns.filter(
    (column, at) =>
      subjectOf(column) === null ||
      !columns.slice(0, at).some((other) => subjectOf(other) === subjectOf(column)),
  );
}

const mostTelling = (columns: Column[]) => columns.toSorted((a, b) => b.distinct - a.distinct)[0];

const asideOf = (columns: Column[], aside: Aside) =>
  columns.filter(({ meaning }) => meaning?.kind === 'aside' && meaning.aside === aside);

/** The first that may stand in a scene and has so many different values. */
function one(columns: Column[], least = 1): Column[] | undefined {
  const column = columns.find(({ fits, distinct }) => fits && distinct >= least);
  return column && [column];
}

/** Nothing tells the rows apart: what would come nearest, so that the dry run can say what is wrong with it. */
function nearest(ranked: Column[], others: Column[], columns: Column[]): Column[] {
  const serials = asideOf(columns, 'serial');
  const column =
    ranked.find(({ fits }) => fits) ??
    ranked[0] ??
    one(serials)?.[0] ??
    mostTelling(others) ??
    serials[0] ??
    columns[0];
  return column ? [column] : [];
}

/**
 * The columns that tell the rows apart: by what rows are about, else by any column. A running number, a phone or a price
 * is taken only when nothing else is there.
 */
export function guessScene(columns: Column[]): Column[] {
  const ranked = columns
    .map((column) => ({ column, rank: rankOf(column, columns) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ column }) => column);
  const others = columns.filter(({ meaning }) => meaning === null || meaning.kind === 'name');
  const parts = withoutRepeats(ranked);
  return (
    one(ranked) ??
    joined(parts) ??
    one(ranked, NEARLY) ??
    joined(parts, NEARLY) ??
    one(others) ??
    joined([...parts, ...asideOf(columns, 'region'), ...others]) ??
    nearest(ranked, others, columns)
  );
}
