import { literalPattern } from '@/lib/input/literal-pattern';
import { nameParts, suggestName } from './build';
import type { FieldValues, PurposeDefinition } from './purpose';

// What a name says of the fields it was made of, for a code whose fields nobody kept, such as one of a batch.

const isFilled = (values: FieldValues, key: string) => (values[key] ?? '').trim() !== '';

/**
 * The values of the fields that stand in the name alone, read out of a name.
 * @param known the values of the others
 * @returns all values; null when none make exactly this name
 */
export function readName(purpose: PurposeDefinition, name: string, known: FieldValues): FieldValues | null {
  if (suggestName(purpose, known) === name) return known;
  const asked = new Set(purpose.fields.filter(({ parameter }) => parameter === null).map(({ key }) => key));
  const read: string[] = [];
  const patternOf = (piece: string | string[]): string => {
    if (typeof piece === 'string') return literalPattern(piece);
    const key = piece.find((one) => asked.has(one) || isFilled(known, one));
    if (key === undefined) return '';
    if (!asked.has(key)) return literalPattern((known[key] ?? '').trim());
    read.push(key);
    return '(.+?)';
  };
  const parts = nameParts(purpose.nameTemplate).flatMap((pieces) => {
    const patterns = pieces.map(patternOf);
    const tokens = patterns.filter((_, at) => typeof pieces[at] !== 'string');
    return tokens.length > 0 && tokens.every((pattern) => pattern === '') ? [] : [patterns.join('')];
  });
  const match = new RegExp(`^${parts.join(' · ')}$`).exec(name);
  const values = { ...known, ...Object.fromEntries(read.map((key, at) => [key, match?.[at + 1] ?? ''])) };
  return match && suggestName(purpose, values) === name ? values : null;
}

/** A value as a word of its own, not inside a longer number or word. */
const wordOf = (value: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literalPattern(value)}(?![\\p{N}A-Za-z])`, 'gu');

/**
 * A name in other words than the purpose's, with what has changed among the fields.
 * @returns the name as it was where it does not say once what has changed
 */
export function followName(name: string, before: FieldValues, after: FieldValues): string {
  const changed = Object.keys(before).filter((key) => before[key] !== '' && before[key] !== after[key]);
  return changed.reduce((text, key) => {
    const word = wordOf(before[key] ?? '');
    return [...text.matchAll(word)].length === 1 ? text.replace(word, () => after[key] ?? '') : text;
  }, name);
}
