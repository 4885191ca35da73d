import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import { systemActor } from '@/lib/auth/actor';
import type { FailureKey } from '@/lib/codes/generate/failure-key';
import { db } from '@/lib/db/client';
import { log } from '@/lib/log';
import { emitBatch } from '@/lib/webhooks/emit-work';
import { haltBatch } from './signals';

const worker = systemActor('batch');

/** Pauses a batch whose every further row would run into the same wall, until somebody has done something about it. */
export async function stopBatch(batchId: string | null, stoppedBy: FailureKey): Promise<void> {
  if (!batchId) return;
  const count = await db().$transaction(async (tx) => {
    const stopped = await tx.batch.updateMany({
      where: { id: batchId, state: 'RUNNING' },
      data: { state: 'PAUSED', stoppedBy },
    });
    const entry = { action: 'batch.stop', targetId: batchId, details: { cause: stoppedBy } } as const;
    if (stopped.count === 1) {
      await recordAudit(tx, worker, entry);
      await emitBatch(tx, batchId, { event: 'batch.stopped', stoppedBy });
    }
    return stopped.count;
  });
  haltBatch(batchId);
  if (count === 1) log().warn({ batchId, stoppedBy }, 'a batch was paused by itself');
}
