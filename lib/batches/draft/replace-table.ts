import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { storeHistory, type History } from '@/lib/batches/edit/history';
import { deleteVersion, nextTableKey, storeTable } from '@/lib/batches/table/stored-table';
import { NO_EDITS } from '@/lib/batches/table/table';
import type { WrittenTable } from '@/lib/batches/table/table-file';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { DraftRow } from './open-draft';

type Changes = {
  written: WrittenTable;
  /** Left out: there is nothing to undo. */
  history?: History;
  /** What else changes with it. */
  data?: Parameters<Tx['batch']['updateMany']>[0]['data'];
  /** Further statements of the same transaction. */
  also?: (tx: Tx) => Promise<void>;
};

async function claim(
  tx: Tx,
  { actor, draft: { id, tableKey } }: { actor: Actor; draft: DraftRow },
  data: NonNullable<Changes['data']>,
): Promise<void> {
  const where = { id, AND: seenRows(actor) };
  const { count } = await tx.batch.updateMany({ where: { ...where, state: 'DRAFT', tableKey }, data });
  if (count > 0) return;
  const batch = await tx.batch.findUnique({ where, select: { state: true } });
  if (!batch) throw new AppError('NOT_FOUND');
  throw new AppError(batch.state === 'DRAFT' ? 'TABLE_CHANGED' : 'BATCH_STARTED');
}

/**
 * Gives a draft another table, unless it has another one already than the one that was opened.
 * @returns its key
 * @throws AppError NOT_FOUND, BATCH_STARTED, TABLE_CHANGED
 */
export async function replaceTable(actor: Actor, draft: DraftRow, changes: Changes): Promise<string> {
  const { written, history, data, also } = changes;
  const tableKey = nextTableKey(draft.tableKey);
  const { rowCount, edits = NO_EDITS } = written.head;
  const changed = { ...data, tableKey, rowCount, editedCells: edits.cells, removedRows: edits.removed };
  try {
    if (history) await storeHistory(tableKey, history);
    await storeTable(tableKey, written);
    await db().$transaction(async (tx) => {
      await claim(tx, { actor, draft }, changed);
      await also?.(tx);
    });
  } catch (error) {
    await deleteVersion(tableKey);
    throw error;
  }
  await deleteVersion(draft.tableKey);
  return tableKey;
}
