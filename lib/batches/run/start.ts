import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { lockApp, requireEnabled } from '@/lib/quota/ledger';
import type { Assessment } from '@/lib/batches/check/assess';
import { assessDraft } from '@/lib/batches/check/dry-run';
import { insertRows } from './insert-rows';
import { obstacleTo } from '@/lib/batches/check/obstacle';
import { openDraft, type DraftRow } from '@/lib/batches/draft/open-draft';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { wakeBatch } from './signals';
import { deleteStoredTable } from '@/lib/batches/table/stored-table';
import { NO_EDITS, type Table, type TableEdits } from '@/lib/batches/table/table';

/**
 * What the person saw in the dry run: more than this is not started without being shown first. With `updatedAt` of the draft,
 * nothing else is either.
 */
export type SeenCheck = { newRows: number; needed: number; updatedAt?: Date };

type Judged = Assessment & { plan: BatchPlan; table: Table; edits: TableEdits };

/** 50,000 rows are written in a few seconds on a small machine; a slow disk may take longer. */
const TRANSACTION_MS = 120_000;

const isOther = (seen: SeenCheck, now: Required<SeenCheck>) =>
  now.newRows > seen.newRows ||
  now.needed > seen.needed ||
  (seen.updatedAt !== undefined && seen.updatedAt.getTime() !== now.updatedAt.getTime());

/** @throws AppError BATCH_BAD_ROWS, BATCH_NOTHING, BATCH_OVER_QUOTA, BATCH_CHANGED */
function requireStartable(
  found: Assessment & { plan: BatchPlan },
  { updatedAt }: DraftRow,
  seen: SeenCheck | undefined,
): void {
  const { counts, cost, plan } = found;
  const { needed, usedBefore: used, limit, floor } = cost;
  switch (obstacleTo(found, plan.policy)) {
    case 'badRows':
      throw new AppError('BATCH_BAD_ROWS', { values: { count: counts.invalid + counts.duplicate } });
    case 'nothing':
      throw new AppError('BATCH_NOTHING');
    case 'quota': {
      const left = Math.max(0, limit - floor - used);
      throw new AppError('BATCH_OVER_QUOTA', { values: { needed, left, used, limit, floor } });
    }
    case null:
      if (seen && isOther(seen, { newRows: counts.new, needed, updatedAt }))
        throw new AppError('BATCH_CHANGED', { values: { count: counts.new, needed } });
  }
}

/** Draft → running. Of two that start it at once, one finds it started; what changed since it was judged, is not started. */
async function claimDraft(tx: Tx, { id, updatedAt }: DraftRow, { rows, counts }: Assessment): Promise<void> {
  const { count } = await tx.batch.updateMany({
    where: { id, state: 'DRAFT', updatedAt },
    data: {
      ...{ state: 'RUNNING', startedAt: clock.now(), rowCount: rows.length },
      ...{ newCount: counts.new, reusedCount: counts.reused },
      skippedCount: counts.invalid + counts.duplicate,
    },
  });
  if (count > 0) return;
  throw new AppError(
    (await tx.batch.count({ where: { id, state: 'DRAFT' } })) > 0 ? 'CONFLICT' : 'BATCH_STARTED',
  );
}

/** The state and all rows in one transaction. */
async function writeStart(actor: Actor, draft: DraftRow, judged: Judged): Promise<void> {
  const { rows, counts, cost, plan, edits } = judged;
  await db().$transaction(
    async (tx) => {
      requireEnabled(await lockApp(tx, draft.miniProgram.id));
      await claimDraft(tx, draft, judged);
      await insertRows(tx, draft.id, judged);
      const details = {
        endpoint: plan.endpoint,
        rows: rows.length,
        new: counts.new,
        quotaNeeded: cost.needed,
        ...(edits.cells > 0 && { editedCells: edits.cells }),
        ...(edits.removed > 0 && { removedRows: edits.removed }),
      };
      await recordAudit(tx, actor, { action: 'batch.start', targetId: draft.id, details });
    },
    { timeout: TRANSACTION_MS, maxWait: TRANSACTION_MS },
  );
}

/**
 * Starts a draft by its stored plan: judges every row again, refuses beforehand what does not fit, and writes what is to
 * be done. Quota is taken row by row, when its turn comes (DECISIONS.md 20).
 * @param seen what the person was shown; left out, whatever it costs now is started
 * @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT, BATCH_BAD_ROWS, BATCH_NOTHING, BATCH_OVER_QUOTA,
 *   APP_DISABLED, BATCH_CHANGED (by others than `seen`), CONFLICT (mapping or table changed at this very moment)
 */
export async function startBatch(actor: Actor, batchId: string, seen?: SeenCheck): Promise<void> {
  requirePermission(actor, 'batches.write');
  const { draft, table, edits = NO_EDITS } = await openDraft(actor, batchId);
  const assessed = await assessDraft(draft, table);
  requireStartable(assessed, draft, seen);
  await writeStart(actor, draft, { ...assessed, table, edits });
  wakeBatch(batchId);
  try {
    await deleteStoredTable(draft.tableKey);
  } catch (error) {
    log().warn({ err: error, batchId }, 'what a started batch needs no more could not be removed');
  }
}
