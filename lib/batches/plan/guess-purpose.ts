import { meaningOfHeader } from '@/lib/batches/table/header-words';
import { buildScene } from '@/lib/purposes/build';
import type { PurposeDefinition, PurposeField } from '@/lib/purposes/purpose';
import { separatorsIn } from '@/lib/purposes/separators';
import { SCENE_MAX_CHARS } from '@/lib/wechat/rules/limits';
import { allButMistakes, NAMED_MISTAKES_FROM, type Column } from './columns';
import { subjectOf } from './guess-scene';

type Filled = { field: PurposeField; column: Column };

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

/** How well a column answers what a field asks: called the same, the number of the same thing, or just that thing. */
function likeness(column: Column, field: PurposeField): number {
  const isCalled = [field.label, field.parameter].some((name) => name && plain(name) === plain(column.name));
  if (isCalled) return 3;
  const kind = column.meaning?.kind;
  const isSame = subjectOf(column) !== null && subjectOf(column) === subjectOfField(field);
  if (!isSame || (kind !== 'id' && kind !== 'subject')) return 0;
  return kind === 'id' ? 2 : 1;
}

/** Where a cell in ten is empty, the row would be wrong for want of something that need not be there. */
const isFilled = ({ values }: Column) => values.filter((value) => value === '').length * 10 <= values.length;

/** What a purpose asks for is told by the names of the columns. */
const mayBe = (values: string[], test: (value: string) => boolean) =>
  allButMistakes(values, test, NAMED_MISTAKES_FROM);

function canStand({ fits, name, values }: Column): boolean {
  return fits && !/[{}]/.test(name) && mayBe(values, (value) => separatorsIn(value).length === 0);
}

function fill({ fields }: PurposeDefinition, columns: Column[], scene: Column[]): Filled[] {
  const isWanted = (column: Column) => scene.includes(column) || isFilled(column);
  return fields.flatMap((field) => {
    if (field.parameter === null) return [];
    const [best] = columns
      .filter((column) => canStand(column) && (field.required || isWanted(column)))
      .map((column) => ({ field, column, like: likeness(column, field) }))
      .filter(({ like }) => like > 0)
      .toSorted((a, b) => b.like - a.like);
    return best ? [best] : [];
  });
}

function isWhole(purpose: PurposeDefinition, filled: Filled[], scene: Column[]): boolean {
  const taken = filled.map(({ column }) => column);
  const hasRequired = purpose.fields.every(
    (field) => !field.required || filled.some((one) => one.field === field),
  );
  const isOnce = new Set(taken).size === taken.length;
  return hasRequired && isOnce && scene.every((column) => taken.includes(column));
}

function sceneOf(purpose: PurposeDefinition, filled: Filled[], text: (column: Column) => string): string {
  return buildScene(
    purpose,
    Object.fromEntries(filled.map(({ field, column }) => [field.key, text(column)])),
  );
}

/**
 * The scene as the form of a purpose writes it, `store={门店编号}&table={桌号}`: what a Mini Program reads is one format,
 * wherever a code was made. The first purpose counts that asks for all these columns; others that it asks for come along.
 * @param scene the columns that tell the rows apart
 * @returns null when no purpose asks for them, or the texts would be too long
 */
export function purposeTemplate(
  purposes: PurposeDefinition[],
  columns: Column[],
  scene: Column[],
): string | null {
  for (const purpose of purposes) {
    const filled = fill(purpose, columns, scene);
    if (purpose.endpoint !== 'getwxacodeunlimit' || !isWhole(purpose, filled, scene)) continue;
    const texts = columns[0]?.values.map((_, row) =>
      sceneOf(purpose, filled, ({ values }) => values[row] ?? ''),
    );
    if (texts && mayBe(texts, (text) => text.length <= SCENE_MAX_CHARS))
      return sceneOf(purpose, filled, ({ name }) => `{${name}}`);
  }
  return null;
}
