import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import { systemActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { lockApp } from '@/lib/quota/ledger';
import { emitBatch } from '@/lib/webhooks/emit-work';
import { makeUnsharedRows } from './give-up';

const worker = systemActor('batch');

async function tellFinished(tx: Tx, batchId: string): Promise<void> {
  await recordAudit(tx, worker, { action: 'batch.finish', targetId: batchId });
  await emitBatch(tx, batchId, { event: 'batch.finished' });
}

/**
 * Ends a running batch when no row of it waits or is at WeChat, and the codes that its rows share with others exist.
 * @returns whether rows have become its own to make, because the code that they shared did not come about
 */
export async function finishBatch(batchId: string, miniProgramId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    await lockApp(tx, miniProgramId);
    if ((await makeUnsharedRows(tx, miniProgramId)) > 0) return true;
    const working = { status: { in: ['QUEUED' as const, 'GENERATING' as const] } };
    const [own, unclaimed, shared] = [
      await tx.code.findFirst({ where: { batchId, ...working }, select: { id: true } }),
      await tx.batchRow.findFirst({
        where: { batchId, verdict: 'new', codeId: null, purgedAt: null },
        select: { rowNumber: true },
      }),
      // Of a batch that is paused they may stay as they are for ever.
      await tx.batchRow.findFirst({
        where: {
          ...{ batchId, verdict: 'reused' },
          code: { ...working, OR: [{ batchId: null }, { batch: { state: 'RUNNING' } }] },
        },
        select: { rowNumber: true },
      }),
    ];
    if (own || unclaimed || shared) return false;
    const { count } = await tx.batch.updateMany({
      where: { id: batchId, state: 'RUNNING' },
      data: { state: 'FINISHED', finishedAt: clock.now() },
    });
    if (count === 1) await tellFinished(tx, batchId);
    return false;
  });
}
