import { EDIT_MAX_CELLS, EDIT_MAX_CHARS, EDITS_MAX } from '@/lib/batches/limits';
import type { TableEdit } from '@/lib/batches/edit/edit-types';

/** What is asked of the table, in the order in which it is to happen. */
export type Operation = (
  | { kind: 'edit'; edits: TableEdit[]; isContinued?: boolean | undefined }
  | { kind: 'undo' | 'redo' }
) & { changeId?: string };

export type Sending = Operation & { changeId: string };

type Put = Extract<TableEdit, { kind: 'put' }>;

const isPut = (edit: TableEdit): edit is Put => edit.kind === 'put';

/** Texts put one by one, which may go together; undefined for anything else. */
function putsOf(operation: Operation | undefined): Put[] | undefined {
  if (operation?.kind !== 'edit' || operation.isContinued !== undefined || operation.changeId)
    return undefined;
  return operation.edits.every(isPut) ? operation.edits.filter(isPut) : undefined;
}

/** Whether one call takes all of them. */
function fits(puts: Put[]): boolean {
  const texts = puts.flatMap(({ cells }) => cells.flat());
  const chars = texts.reduce((sum, { length }) => sum + length, 0);
  return puts.length <= EDITS_MAX && texts.length <= EDIT_MAX_CELLS && chars <= EDIT_MAX_CHARS;
}

/** Takes the next call off the queue: what was typed meanwhile goes together, and what got no answer goes once more as it was. */
export function takeFrom(queue: Operation[], newId: () => string): Sending | undefined {
  const first = queue.shift();
  if (!first) return undefined;
  const changeId = first.changeId ?? newId();
  let edits = putsOf(first);
  if (!edits) return { ...first, changeId };
  for (let more = putsOf(queue[0]); more && fits([...edits, ...more]); more = putsOf(queue[0])) {
    edits = [...edits, ...more];
    queue.shift();
  }
  return { kind: 'edit', edits, changeId };
}

/** Without the first ones, as far as they belong to a paste of which a part was refused. */
export function withoutParts(queue: Operation[]): Operation[] {
  const first = queue.findIndex((operation) => operation.kind !== 'edit' || !operation.isContinued);
  return first === -1 ? [] : queue.slice(first);
}

/** Whether rows may stand elsewhere afterwards. */
export function movesRows(operation: Operation): boolean {
  return operation.kind !== 'edit' || operation.edits.some(({ kind }) => kind === 'remove' || kind === 'add');
}

const SHOWN_TEXTS = 5;
const SHOWN_CHARS = 60;

/** Texts that were put and are not kept, so that they can be put again. */
export function lostTexts(operations: Operation[]): string[] {
  const edits = operations.flatMap((operation) => (operation.kind === 'edit' ? operation.edits : []));
  const texts = edits.filter(isPut).flatMap(({ cells }) => cells.flat());
  return texts
    .filter((text) => text !== '')
    .slice(0, SHOWN_TEXTS)
    .map((text) => (text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text));
}
