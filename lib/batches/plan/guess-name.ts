import type { Column } from './columns';
import { subjectOf, together } from './guess-scene';

/** Fewer different values than these do not tell codes apart, so another column is put behind. */
export const TELLING = 0.8;
const LABEL_MAX_CHARS = 40;
const NAME_MAX_COLUMNS = 3;

const average = (values: string[]) =>
  values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);

/** Whether people read the values rather than machines: words, of more than a letter. */
function isReadable({ values }: Column): boolean {
  const filled = values.filter((value) => value !== '');
  const words = filled.filter((value) =>
    /\p{Script=Han}|\p{L}{2,} \p{L}|\p{Ll}{2,} \p{N}|^\p{Lu}?\p{Ll}{2,}$/u.test(value),
  );
  const length = average(filled);
  return words.length * 2 > filled.length && length >= 2 && length <= LABEL_MAX_CHARS;
}

type NameMeaning = Extract<Column['meaning'], { kind: 'name' }>;

/** `about` is what the scene numbers: its own name goes before others. */
function rankOfName({ subject, rank }: NameMeaning, about: (string | null)[]): number {
  if (subject === 'code') return 400 - rank;
  if (subject === null) return 250 - rank;
  return (about.includes(subject) ? 300 : 200) - rank;
}

/** Higher is better; 0 for no name at all. */
function rankOf(column: Column, about: (string | null)[]): number {
  const { meaning, distinct } = column;
  if (distinct === 0) return 0;
  if (meaning?.kind === 'name') return rankOfName(meaning, about);
  if (!isReadable(column)) return 0;
  if (meaning?.kind === 'subject') return 150 + (distinct === 1 ? 10 : 0);
  return meaning === null && distinct >= TELLING ? 50 : 0;
}

/** What stands behind a name that several rows have: the table behind the store rather than a scene of `s=1&t=2`, else all that the scene is made of. */
function complementOf(name: Column, columns: Column[], scene: Column[]): Column[] {
  const isOther = (column: Column) =>
    column !== name && subjectOf(column) !== subjectOf(name) && !/[{}]/.test(column.name);
  const tells = (added: Column[]) => new Set(together([name, ...added])).size >= name.values.length * TELLING;
  const people = columns.filter(({ meaning }) => meaning?.kind === 'name' || meaning?.kind === 'subject');
  const numbered = (from: Column[]) => from.filter(({ meaning }) => meaning?.kind === 'id');
  const one = [...people, ...numbered(scene), ...numbered(columns), ...scene]
    .filter(isOther)
    .find((column) => tells([column]));
  if (one) return [one];
  const rest = scene.filter(isOther);
  if (tells(rest)) return rest;
  // A flat is told by its building, its entrance and its door.
  const all = columns.filter(
    (column) => isOther(column) && (people.includes(column) || rest.includes(column)),
  );
  return all.length < NAME_MAX_COLUMNS && tells(all) ? all : [];
}

function bestName(columns: Column[], scene: Column[]): Column | undefined {
  const about = scene.map(subjectOf);
  return columns
    .filter((column) => !(scene.length === 1 && scene[0] === column))
    .map((column) => ({ column, rank: rankOf(column, about) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || b.column.distinct - a.column.distinct)[0]?.column;
}

/** Where nothing is written for people, the number that the rows are known by, beside a scene that was made for a program. */
function numberBeside(columns: Column[], scene: Column[]): Column[] {
  const isMade = scene.every(({ meaning }) => meaning?.kind === 'field');
  const number = columns.find(
    (column) => column.meaning?.kind === 'id' && column.distinct >= TELLING && !scene.includes(column),
  );
  return isMade && number ? [number] : [];
}

/** Whether it may stand alone: it tells the codes apart, or is called a name and nothing more. */
function standsAlone({ meaning, distinct, name }: Column): boolean {
  const isBare = meaning?.kind === 'name' && meaning.subject === null;
  return distinct >= TELLING || isBare || /[{}]/.test(name);
}

/**
 * What people call the codes by: the most readable column that is not the scene already, with others behind it where it
 * is the same in many rows.
 */
export function guessName(columns: Column[], scene: Column[]): Column[] {
  const best = bestName(columns, scene);
  if (!best) return numberBeside(columns, scene);
  if (standsAlone(best)) return [best];
  const complement = complementOf(best, columns, scene);
  return complement.length > 0 || best.meaning?.kind === 'name' ? [best, ...complement] : [];
}
