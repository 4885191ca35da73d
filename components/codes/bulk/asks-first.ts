import type { BulkTarget } from './target';

/** What can be done with selected codes. `addTags` opens the dialog that removes them too. */
export type BulkActionId =
  | 'addTags'
  | 'move'
  | 'rename'
  | 'archive'
  | 'unarchive'
  | 'retry'
  | 'promote'
  | 'retarget'
  | 'delete'
  | 'restore'
  | 'purge';

const ALWAYS: readonly BulkActionId[] = ['addTags', 'move', 'rename', 'retarget', 'promote', 'purge'];

/** Whether an action asks first, or wants to know more. By itself: a list knows it before anybody opens a menu. */
export function asksFirst(id: BulkActionId, { isMatching }: BulkTarget): boolean {
  // What is deleted can be had back, so a few ticked codes go at once; nobody has looked at all that match.
  return ALWAYS.includes(id) || (id === 'delete' && isMatching);
}
