import { meaningOfHeader } from '@/lib/batches/table/header/header-words';
import type { PurposeDefinition, PurposeField } from '@/lib/purposes/purpose';
import { separatorsIn } from '@/lib/purposes/separators';
import { isSceneText } from '@/lib/wechat/rules/limits';
import { allButMistakes, MISTAKES_FROM, NAMED_MISTAKES_FROM, type Column } from './columns';
import { subjectOf } from './guess-scene';

/** A field of a purpose, and the column that answers it. */
export type Filled = { field: PurposeField; column: Column };

const plain = (name: string) => name.trim().toLowerCase();

/** What a field numbers, by the words of its label or else of its parameter; null for a name that is read by people. */
function subjectOfField({ label, parameter }: PurposeField): string | null {
  for (const text of [label, parameter ?? '']) {
    const meaning = meaningOfHeader(text);
    if (meaning?.kind === 'name') return null;
    if (meaning && 'subject' in meaning && meaning.subject !== null) return meaning.subject;
  }
  return null;
}

/** Whose name a field asks for, as that of the store in `门店名称`. */
function namedBy({ label }: PurposeField): string | null {
  const meaning = meaningOfHeader(label);
  return meaning?.kind === 'name' ? meaning.subject : null;
}

const isCalled = ({ name }: Column, { label, parameter }: PurposeField) =>
  [label, parameter].some((text) => text && plain(text) === plain(name));

/** What a purpose asks for is told by the names of the columns. */
export const mayBe = (values: string[], test: (value: string) => boolean): boolean =>
  allButMistakes(values, test, NAMED_MISTAKES_FROM);

/** How well a column answers what a field asks: called the same, the number or name of the same thing, or just that thing. */
function likeness(column: Column, field: PurposeField): number {
  if (isCalled(column, field)) return 3;
  const isName = field.parameter === null;
  const subject = isName ? namedBy(field) : subjectOfField(field);
  if (subject === null || subjectOf(column) !== subject) return 0;
  const kind = column.meaning?.kind;
  if (kind === (isName ? 'name' : 'id')) return 2;
  // `门店` holds the numbers of stores or their names.
  return kind === 'subject' && mayBe(column.values, isSceneText) !== isName ? 1 : 0;
}

function canStand({ name, sent, distinct }: Column, { parameter }: PurposeField): boolean {
  if (distinct === 0 || /[{}]/.test(name)) return false;
  const isSendable = (value: string) => isSceneText(value) && separatorsIn(value).length === 0;
  return parameter === null || mayBe(sent, isSendable);
}

/** The fields that a table answers, each by the column that does it best. */
export function fillPurpose({ fields }: PurposeDefinition, columns: Column[]): Filled[] {
  return fields.flatMap((field) => {
    const [best] = columns
      .filter((column) => canStand(column, field))
      .map((column) => ({ field, column, like: likeness(column, field) }))
      .filter(({ like }) => like > 0)
      .toSorted((a, b) => b.like - a.like);
    return best ? [best] : [];
  });
}

/** An empty cell in ten is a mistake, and one of a short list; where more are empty, some rows have no such thing. */
export function isFilled({ values }: Column): boolean {
  const empty = values.filter((value) => value === '').length;
  return empty * 10 <= values.length || (empty === 1 && values.length >= MISTAKES_FROM);
}

/** Whether a row may go without it, as in the form. */
export const isOptional = ({ field, column }: Filled): boolean => !field.required && !isFilled(column);

/** Whether a row may go without it, however few do: an empty cell that looks like a mistake need not be one. */
export const isEverLeft = ({ field, column }: Filled): boolean =>
  !field.required && column.values.includes('');

export const tokenOf = ({ name }: Column): string => `{${name}}`;

/** `isLeft`: a row whose cell is empty goes without it. */
export type Part = { text: string; isLeft: boolean };

/**
 * One template (plan/template.ts) of these parts, with the separator between those that a row has.
 * @returns null where a row might have none of them
 */
export function joinParts(parts: Part[], separator: string): string | null {
  const first = parts.findIndex(({ isLeft }) => !isLeft);
  if (first === -1) return null;
  const written = parts.map(({ text, isLeft }, at) => {
    const whole = `${at > first ? separator : ''}${text}${at < first ? separator : ''}`;
    return isLeft ? `{?${whole}}` : whole;
  });
  return written.join('');
}
