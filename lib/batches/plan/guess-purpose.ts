import { buildScene, nameParts } from '@/lib/purposes/build';
import type { PurposeDefinition } from '@/lib/purposes/purpose';
import { SCENE_MAX_CHARS } from '@/lib/wechat/rules/limits';
import type { Column } from './columns';
import {
  fillPurpose,
  isEverLeft,
  isFilled,
  isOptional,
  joinParts,
  mayBe,
  tokenOf,
  type Filled,
} from './fill-purpose';
import { TELLING } from './guess-name';
import { together } from './guess-scene';
import { escapeTemplate } from './template';

/** `page`: what the purpose proposes for the Mini Program of the batch; empty for none. */
export type AskedFor = PurposeDefinition & { page?: string };

/** `isLeft`: whether rows that lack it go without it. */
type Answers = { purpose: PurposeDefinition; filled: Filled[]; isLeft: (one: Filled) => boolean };

/** The scene as the form writes it, with columns in place of values; null where it would not be whole. */
function sceneOf({ purpose, filled, isLeft }: Answers, scene: Column[]): string | null {
  const sent = filled.filter(({ field }) => field.parameter !== null);
  const taken = sent.map(({ column }) => column);
  const isAsked = purpose.fields.every(
    (field) => !field.required || filled.some((one) => one.field === field),
  );
  const isOnce = new Set(taken).size === taken.length;
  if (!isAsked || !isOnce || !scene.every((column) => taken.includes(column))) return null;
  const texts = (taken[0]?.sent ?? []).map((_, row) =>
    buildScene(
      purpose,
      Object.fromEntries(sent.map(({ field, column }) => [field.key, column.sent[row] ?? ''])),
    ),
  );
  if (!mayBe(texts, (text) => text.length <= SCENE_MAX_CHARS)) return null;
  const parts = sent.map((one) => ({
    text: buildScene(purpose, { [one.field.key]: tokenOf(one.column) }),
    isLeft: isLeft(one),
  }));
  return joinParts(parts, '&');
}

type Name = { template: string; columns: Column[] };

type Piece = Filled | string | undefined;

/** `1号桌` is its own name, without the words that the form writes beside a number. */
const withoutRepeat = (pieces: Piece[]): Piece[] => {
  const counted = pieces.filter((piece) => typeof piece === 'object' && piece.column.isCounted);
  return counted.length > 0 ? counted : pieces;
};

/** The name as the form suggests it; null where the table lacks a piece of it, or it would not tell the rows apart. */
function nameOf({ purpose: { nameTemplate }, filled, isLeft }: Answers): Name | null {
  const columnOf = (keys: string[]) => {
    const there = keys.flatMap((key) => filled.find(({ field }) => field.key === key) ?? []);
    return there.find(({ column }) => isFilled(column)) ?? there[0];
  };
  const parts = nameParts(nameTemplate).map((pieces) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : columnOf(piece))),
  );
  // A part that nothing fills is left out, as it is in the form.
  const told = parts.filter((pieces) => pieces.some((piece) => typeof piece === 'object'));
  if (told.flat().includes(undefined)) return null;
  const found = told.flat().filter((piece) => typeof piece === 'object');
  const columns = found.map(({ column }) => column);
  const rows = columns[0]?.values.length ?? 0;
  if (new Set(together(columns)).size < rows * TELLING) return null;
  const template = joinParts(
    told.map((pieces) => ({
      text: withoutRepeat(pieces)
        .map((piece) => (typeof piece === 'object' ? tokenOf(piece.column) : escapeTemplate(piece ?? '')))
        .join(''),
      isLeft: pieces.some((piece) => typeof piece === 'object' && isLeft(piece)),
    })),
    ' · ',
  );
  return template === null ? null : { template, columns };
}

/** What the form of a purpose would make of each row, as templates; `name` is null where it would make none of use. */
export type Written = { scene: string; name: Name | null };

/** `leaving`: the same for a table whose few empty cells are no mistakes; null where a row would have no scene then. */
export type ByPurpose = Written & { leaving: Written | null; purpose: AskedFor };

function write(answers: Answers, scene: Column[]): Written | null {
  const written = sceneOf(answers, scene);
  return written === null ? null : { scene: written, name: nameOf(answers) };
}

/**
 * Scene and name as the form of a purpose writes them, `store={门店编号}&table={桌号}`: what a Mini Program reads is one
 * format, wherever a code was made, and codes of one kind are called alike. The first purpose counts that asks for all
 * these columns; others that it asks for come along, and rows that lack them go without.
 * @param scene the columns that tell the rows apart
 * @returns null when no purpose asks for them, or the texts would be too long
 */
export function guessByPurpose(purposes: AskedFor[], columns: Column[], scene: Column[]): ByPurpose | null {
  for (const purpose of purposes) {
    if (purpose.endpoint !== 'getwxacodeunlimit') continue;
    const filled = fillPurpose(purpose, columns);
    const written = write({ purpose, filled, isLeft: isOptional }, scene);
    if (written) {
      const leaving = write({ purpose, filled, isLeft: isEverLeft }, scene);
      return { ...written, leaving, purpose };
    }
  }
  return null;
}
