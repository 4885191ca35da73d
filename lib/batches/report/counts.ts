import 'server-only';
import { db } from '@/lib/db/client';
import type { Batch } from '@/lib/db/generated/client';
import type { BatchState, CodeStatus } from '@/lib/db/generated/enums';
import type { BatchCounts } from './run-types';

type Counted = Pick<Batch, 'id' | 'state' | 'rowCount' | 'newCount' | 'reusedCount' | 'skippedCount'>;
type ByStatus = Record<CodeStatus, number>;

const NONE: ByStatus = { QUEUED: 0, GENERATING: 0, READY: 0, FAILED: 0 };

const UNFINISHED: readonly BatchState[] = ['RUNNING', 'PAUSED', 'CANCELLED'];

/** Of a finished batch whatever did not fail was made: its tens of thousands of codes need not be counted for a list. */
async function countCodes(batches: Counted[]): Promise<Map<string, ByStatus>> {
  const ids = (isUnfinished: boolean) =>
    batches.filter(({ state }) => UNFINISHED.includes(state) === isUnfinished).map(({ id }) => id);
  const groups = await db().code.groupBy({
    by: ['batchId', 'status'],
    where: {
      OR: [
        { batchId: { in: ids(true) } },
        { batchId: { in: ids(false) }, status: { in: ['QUEUED', 'GENERATING', 'FAILED'] } },
      ],
    },
    _count: { _all: true },
  });
  const found = new Map<string, ByStatus>();
  for (const { batchId, status, _count } of groups)
    if (batchId) found.set(batchId, { ...(found.get(batchId) ?? NONE), [status]: _count._all });
  return found;
}

function toCounts(batch: Counted, codes: ByStatus): BatchCounts {
  const { state, rowCount: total, newCount, reusedCount: reused, skippedCount: skipped } = batch;
  const { QUEUED: queued, GENERATING: running, FAILED: failed } = codes;
  const isOver = state === 'FINISHED';
  const made = isOver ? newCount - failed - running - queued : codes.READY;
  const left = newCount - made - failed - running;
  const waits = state === 'RUNNING' || state === 'PAUSED';
  return {
    total,
    made,
    reused,
    failed,
    running,
    skipped,
    waiting: waits ? left : 0,
    notMade: waits ? 0 : left,
  };
}

/** What became of the rows of each batch, from the codes themselves: nothing is counted up that a crash could leave wrong. */
export async function countRows(batches: Counted[]): Promise<Map<string, BatchCounts>> {
  const codes = await countCodes(batches);
  return new Map(batches.map((batch) => [batch.id, toCounts(batch, codes.get(batch.id) ?? NONE)]));
}
