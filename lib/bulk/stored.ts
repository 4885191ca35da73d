import 'server-only';
import type { Bulk } from '@/lib/db/generated/client';
import { canUndo, type BulkAction, type BulkProgress, type BulkScope } from './kinds';
import { bulkActionSchema, bulkScopeSchema } from './schema';

/** An action as it stands in the database, its JSON read. */
export type StoredBulk = Omit<Bulk, 'kind' | 'scope' | 'values'> & { scope: BulkScope; action: BulkAction };

export function storedBulk({ kind, scope, values, ...rest }: Bulk): StoredBulk {
  return {
    ...rest,
    scope: bulkScopeSchema.parse(scope),
    action: bulkActionSchema.parse({ kind, values }),
  };
}

type Shown = Pick<
  Bulk,
  'id' | 'kind' | 'state' | 'undoOfId' | 'total' | 'doneCount' | 'changedCount' | 'failedCount'
>;

/** What `toProgress` wants. */
export const shownColumns = {
  ...{ id: true, kind: true, state: true, undoOfId: true },
  ...{ total: true, doneCount: true, changedCount: true, failedCount: true },
} as const;

export function toProgress(bulk: Shown): BulkProgress {
  const { id, kind, state, undoOfId, total, doneCount, changedCount, failedCount } = bulk;
  return {
    ...{ id, kind, state, total },
    isUndo: undoOfId !== null,
    canUndo: undoOfId === null && changedCount > 0 && canUndo(kind),
    done: Math.min(doneCount, total),
    changed: changedCount,
    failed: failedCount,
  };
}
