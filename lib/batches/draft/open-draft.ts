import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { loadTable } from '@/lib/batches/table/stored-table';
import type { StoredTable } from '@/lib/batches/table/table-file';

const draftRow = {
  id: true,
  name: true,
  source: true,
  state: true,
  tableKey: true,
  plan: true,
  createdAt: true,
  updatedAt: true,
  miniProgram: {
    select: {
      ...{ id: true, name: true, mode: true, appId: true, pathMaxBytes: true, ratePerMinute: true },
      ...{ quotaBaseline: true, quotaUsed: true, quotaFloor: true },
    },
  },
} as const;

async function findBatch(actor: Actor, batchId: string) {
  return db().batch.findUnique({ where: { id: batchId, AND: seenRows(actor) }, select: draftRow });
}

export type DraftRow = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

/** The row of a batch that nobody has started. @throws AppError NOT_FOUND, BATCH_STARTED */
export async function requireDraft(actor: Actor, batchId: string): Promise<DraftRow> {
  const batch = await findBatch(actor, batchId);
  if (!batch) throw new AppError('NOT_FOUND');
  if (batch.state !== 'DRAFT') throw new AppError('BATCH_STARTED');
  return batch;
}

/** A draft with its table. @throws AppError NOT_FOUND, BATCH_STARTED */
export async function openDraft(actor: Actor, batchId: string): Promise<{ draft: DraftRow } & StoredTable> {
  const draft = await requireDraft(actor, batchId);
  const read = await loadTable(draft.tableKey);
  if (read) return { draft, ...read };
  // It was started or removed at this very moment: that is what to say.
  await requireDraft(actor, batchId);
  throw new AppError('NOT_FOUND');
}
