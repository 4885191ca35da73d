import 'server-only';
import type { Tx } from '@/lib/db/client';
import { emit } from './emit';

type OfBatch = { event: 'batch.finished' } | { event: 'batch.stopped'; stoppedBy: string };

/** A batch that has come to its end, or was paused by itself. */
export async function emitBatch(tx: Tx, id: string, { event, ...why }: OfBatch): Promise<void> {
  const select = {
    name: true,
    miniProgramId: true,
    state: true,
    updatedAt: true,
    createdById: true,
  } as const;
  const { name, miniProgramId, state, updatedAt, createdById } = await tx.batch.findUniqueOrThrow({
    where: { id },
    select,
  });
  const failed = await tx.code.count({ where: { batchId: id, status: 'FAILED' } });
  const told = {
    // It may come to its end again, after failed rows were retried.
    ...{ event, eventId: `${event}_${id}_${updatedAt.getTime()}`, appIds: [miniProgramId] },
    data: { id, miniProgramId, name, state, failed, ...why, url: `/api/v1/batches/${id}` },
  };
  await emit(tx, told, createdById);
}

/** An export that is ready, or has failed; `appIds` of one over all Mini Programs are none. */
export async function emitExport(tx: Tx, id: string, event: 'export.ready' | 'export.failed'): Promise<void> {
  const select = { format: true, appIds: true, failure: true, count: true, finishedAt: true } as const;
  const { appIds, finishedAt, ...row } = await tx.export.findUniqueOrThrow({ where: { id }, select });
  await emit(tx, {
    ...{ event, eventId: `${event}_${id}_${finishedAt?.getTime() ?? 0}`, appIds },
    data: { id, ...row, url: `/api/v1/exports/${id}` },
  });
}
