import type { CodeFilters } from '@/lib/codes/find/filters';
import type { BulkKind, BulkState } from '@/lib/db/generated/enums';
import type { Retarget } from '@/lib/live/retarget';

/** So many codes are changed before the answer goes out: an action on fewer is over at once. */
export const INLINE_CODES = 500;
/** How long an action can be taken back; what each code was before is removed after it. */
export const UNDO_MS = 24 * 60 * 60 * 1000;
/** So long a code lies in the trash. */
export const TRASH_DAYS = 30;
/** Tags that one action adds or removes. */
export const BULK_TAGS_MAX = 20;

/**
 * Which codes: ticked ones in their order, or all that match. `count` is what the person saw and agreed to, of the codes
 * that were made up to `until` (a moment as ISO text): codes that a running batch adds meanwhile are no part of it.
 */
export type BulkScope = { codeIds: string[] } | { filters: CodeFilters; count: number; until: string };

/** What to do with each code. `folderId` null: out of its folder. `start`: the first number of `{seq}`. */
export type BulkAction =
  | { kind: 'addTags' | 'removeTags'; values: { tagIds: string[] } }
  | { kind: 'move'; values: { folderId: string | null } }
  | { kind: 'rename'; values: { pattern: string; start: number } }
  | { kind: 'retarget'; values: Retarget }
  | { kind: PlainKind; values?: Record<string, never> | undefined };

export type PlainKind = 'archive' | 'unarchive' | 'delete' | 'restore' | CallKind | 'purge';

/** Those that ask WeChat for each code, which takes a while. */
export const CALL_KINDS = ['retry', 'promote'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

export const asksWeChat = (kind: BulkKind): kind is CallKind => CALL_KINDS.some((call) => call === kind);

export type BulkInput = BulkAction & { scope: BulkScope };

/** Calls to WeChat cannot be taken back, and what is gone for ever is. */
export function canUndo(kind: BulkKind): boolean {
  return !asksWeChat(kind) && kind !== 'purge';
}

/** An action as people see it. `failed` could not be changed; whatever was as wanted already is in neither number. */
export type BulkProgress = {
  id: string;
  kind: BulkKind;
  state: BulkState;
  /** It takes another one back. */
  isUndo: boolean;
  canUndo: boolean;
  total: number;
  done: number;
  changed: number;
  failed: number;
  /** Of those that are deleted: how many stand on a print that is not retired. Said once, by the start. */
  printed?: number;
  /** It has only planned what is to become of live codes. Said once, by the start. */
  isPlan?: boolean;
};
