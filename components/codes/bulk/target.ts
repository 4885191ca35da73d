import type { BulkScope } from '@/lib/bulk/kinds';
import type { CodeItem } from '@/lib/codes/find/query-options';

/** What an action is about: ticked codes, or all that match. `items` are those of it that are on the screen. */
export type BulkTarget = { scope: BulkScope; count: number; items: CodeItem[]; isMatching: boolean };

export function targetOf(items: CodeItem[]): BulkTarget {
  return { scope: { codeIds: items.map(({ id }) => id) }, count: items.length, items, isMatching: false };
}
