import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { loadRows, loadTable } from '@/lib/batches/table/stored-table';
import type { TableRow } from '@/lib/batches/table/table';
import type { StoredTable, TableHead } from '@/lib/batches/table/table-file';

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

/** Reads what belongs to the table of a draft; once more when another table has taken its place meanwhile. */
async function readOf<T>(
  { actor, batchId }: { actor: Actor; batchId: string },
  read: (tableKey: string) => Promise<T | null>,
): Promise<{ draft: DraftRow } & T> {
  for (let draft = await requireDraft(actor, batchId); ;) {
    const found = await read(draft.tableKey);
    if (found) return { draft, ...found };
    // Started, removed or changed at this very moment: that is what to say, or to read.
    const now = await requireDraft(actor, batchId);
    if (now.tableKey === draft.tableKey) throw new AppError('NOT_FOUND');
    draft = now;
  }
}

/** A draft with its table. @throws AppError NOT_FOUND, BATCH_STARTED */
export async function openDraft(actor: Actor, batchId: string): Promise<{ draft: DraftRow } & StoredTable> {
  return readOf({ actor, batchId }, loadTable);
}

/** A draft with some rows of its table. @throws AppError NOT_FOUND, BATCH_STARTED */
export async function openRows(
  { actor, batchId }: { actor: Actor; batchId: string },
  page: { from: number; limit: number },
): Promise<{ draft: DraftRow; head: TableHead; rows: TableRow[] }> {
  return readOf({ actor, batchId }, (tableKey) => loadRows(tableKey, page));
}
