import 'server-only';
import type { FailureKey } from '@/lib/codes/generate/failure-key';
import { db } from '@/lib/db/client';
import { log } from '@/lib/log';
import { haltBatch } from './signals';

/** Pauses a batch whose every further row would run into the same wall, until somebody has done something about it. */
export async function stopBatch(batchId: string | null, stoppedBy: FailureKey): Promise<void> {
  if (!batchId) return;
  const { count } = await db().batch.updateMany({
    where: { id: batchId, state: 'RUNNING' },
    data: { state: 'PAUSED', stoppedBy },
  });
  haltBatch(batchId);
  if (count === 1) log().warn({ batchId, stoppedBy }, 'a batch was paused by itself');
}
