import 'server-only';
import { z } from 'zod';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { narrowedTo } from '@/lib/apps/narrowing';
import { seenRows } from '@/lib/apps/sight';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import { systemActor, type Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { DbNull } from '@/lib/db/generated/internal/prismaNamespace';
import { all } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { idSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';
import { batchNameSchema, readOptionsSchema } from './draft-schema';
import { DELETE_MAX_DRAFTS, DRAFT_MAX_DAYS } from '@/lib/batches/limits';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { batchPlanSchema } from '@/lib/batches/plan/plan-schema';
import { readApart } from '@/lib/batches/table/read-apart';
import { openDraft, requireDraft, type DraftRow } from './open-draft';
import { replaceTable } from './replace-table';
import { deleteStoredTable, loadSource } from '@/lib/batches/table/stored-table';
import {
  isRead,
  NO_EDITS,
  type ReadOptions,
  type TableEdits,
  type TableOrigin,
} from '@/lib/batches/table/table';
import type { WrittenTable } from '@/lib/batches/table/table-file';

/** Changes a draft, unless it was started or removed meanwhile. @throws AppError NOT_FOUND, BATCH_STARTED */
async function updateDraft(
  tx: Tx,
  { actor, batchId }: { actor: Actor; batchId: string },
  data: Parameters<Tx['batch']['updateMany']>[0]['data'],
): Promise<void> {
  const where = { id: batchId, AND: seenRows(actor) };
  const { count } = await tx.batch.updateMany({ where: { ...where, state: 'DRAFT' }, data });
  if (count > 0) return;
  throw new AppError((await tx.batch.count({ where })) > 0 ? 'BATCH_STARTED' : 'NOT_FOUND');
}

/** Keeps mapping and settings, perhaps unfinished ones. @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT */
export async function savePlan(actor: Actor, batchId: string, plan: BatchPlan): Promise<void> {
  requirePermission(actor, 'batches.write');
  const checked = parseInput(batchPlanSchema, plan);
  // No audit row: a form that saves itself would fill the log, and the start says what was started.
  await db().$transaction((tx) => updateDraft(tx, { actor, batchId }, { plan: checked }));
}

async function readAgain(batch: DraftRow, origin: TableOrigin, asked: ReadOptions): Promise<WrittenTable> {
  if (!isRead(origin)) throw new AppError('CONFLICT');
  const bytes = await loadSource(batch.tableKey);
  return origin.kind === 'file'
    ? readApart({ kind: 'file', bytes, fileName: origin.fileName, asked })
    : readApart({ kind: 'paste', text: bytes.toString('utf8'), asked });
}

/**
 * Reads the file or the pasted rows of a draft again: another sheet, header row or encoding. Edits of its cells are lost
 * with it, as the cells may be others then.
 * @param input.options all that a person decided so far; what is left out is guessed anew
 * @param input.dropEdits the person knows about the edits
 * @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT, CONFLICT for what was not read, BATCH_EDITED, TABLE_CHANGED
 */
export async function rereadDraft(actor: Actor, batchId: string, input: RereadInput): Promise<void> {
  await rereadDraftWhere(actor, { batchId, ...input }, () => true);
}

export type RereadInput = { options: ReadOptions; dropEdits?: boolean | undefined };

const isEdited = ({ cells, removed }: TableEdits) => cells + removed > 0;

/**
 * As `rereadDraft`, where the new reading has the columns that are wanted; otherwise the old one stays.
 * @param isWanted looks at their names
 * @returns whether the table is another one now
 */
export async function rereadDraftWhere(
  actor: Actor,
  { batchId, options, dropEdits }: RereadInput & { batchId: string },
  isWanted: (columns: string[]) => boolean,
): Promise<boolean> {
  requirePermission(actor, 'batches.write');
  const wanted = parseInput(readOptionsSchema, options);
  const { draft: batch, ...before } = await openDraft(actor, batchId);
  const { edits = NO_EDITS } = before;
  if (isEdited(edits) && !dropEdits)
    throw new AppError('BATCH_EDITED', { values: { cells: edits.cells, removed: edits.removed } });
  const after = await readAgain(batch, before.origin, wanted);
  const columns = after.head.columns.map(({ name }) => name);
  if (!isWanted(columns)) return false;
  // Reading differently keeps the mapping as long as the columns stay the same.
  const plan = columns.join('\n') === before.table.columns.join('\n') ? {} : { plan: DbNull };
  const { rowCount } = after.head;
  await replaceTable(actor, batch, {
    ...{ written: after, data: { columns, ...plan } },
    also: (tx) =>
      recordAudit(tx, actor, { action: 'batch.reread', targetId: batchId, details: { rows: rowCount } }),
  });
  return true;
}

/** Another name, also for a batch that runs or ran. @throws AppError NOT_FOUND, INVALID_INPUT */
export async function renameBatch(actor: Actor, batchId: string, name: string): Promise<void> {
  requirePermission(actor, 'batches.write');
  const data = parseInput(batchNameSchema, { name });
  await db().$transaction(async (tx) => {
    const before = await tx.batch.findUnique({
      where: { id: batchId, AND: seenRows(actor) },
      select: { name: true },
    });
    if (!before) throw new AppError('NOT_FOUND');
    await tx.batch.update({ where: { id: batchId }, data, select: { id: true } });
    const changes = changesOf(before, data);
    await recordChange(tx, actor, { action: 'batch.update', targetId: batchId, changes, details: data });
  });
}

/** Removes a batch that nobody has started. @throws AppError NOT_FOUND, BATCH_STARTED */
export async function deleteDraft(actor: Actor, batchId: string): Promise<void> {
  requirePermission(actor, 'batches.write');
  await requireDraft(actor, batchId);
  if ((await deleteDrafts(actor, [batchId])) === 0) throw new AppError('BATCH_STARTED');
}

const idsSchema = z.array(idSchema).min(1).max(DELETE_MAX_DRAFTS);

/**
 * Removes drafts with their tables, for good.
 * @returns how many; those that were started or removed meanwhile stay as they are
 * @throws AppError FORBIDDEN, INVALID_INPUT
 */
export async function deleteDrafts(actor: Actor, batchIds: unknown): Promise<number> {
  requirePermission(actor, 'batches.write');
  const ids = parseInput(idsSchema, batchIds);
  const seen = all(narrowedTo(actor, ALL_APPS).conditions);
  const removed = await db().$transaction(async (tx) => {
    // Locked, so that none of them starts between the two statements.
    const drafts = await tx.$queryRaw<Pick<DraftRow, 'id' | 'name' | 'tableKey'>[]>`
      SELECT "id", "name", "tableKey" FROM "Batch"
      WHERE "id" = ANY(${ids}::text[]) AND "state" = 'DRAFT' AND ${seen} FOR UPDATE`;
    await tx.batch.deleteMany({ where: { id: { in: drafts.map(({ id }) => id) } } });
    for (const { id, name } of drafts)
      await recordAudit(tx, actor, { action: 'batch.delete', targetId: id, details: { name } });
    return drafts;
  });
  for (const { tableKey } of removed) await deleteStoredTable(tableKey);
  return removed.length;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Removes drafts that nobody touched for a week, with what lies in the storage of them; the worker calls it.
 * @returns how many
 */
export async function purgeDrafts(): Promise<number> {
  const before = new Date(clock.now().getTime() - DRAFT_MAX_DAYS * DAY_MS);
  const old = { state: 'DRAFT' as const, updatedAt: { lt: before } };
  const drafts = await db().batch.findMany({ where: old, select: { id: true, name: true, tableKey: true } });
  let removed = 0;
  for (const { id, name, tableKey } of drafts) {
    const count = await db().$transaction(async (tx) => {
      const gone = await tx.batch.deleteMany({ where: { id, ...old } });
      const entry = { action: 'batch.expire', targetId: id, details: { name } } as const;
      if (gone.count > 0) await recordAudit(tx, systemActor('drafts'), entry);
      return gone.count;
    });
    if (count === 0) continue;
    await deleteStoredTable(tableKey);
    removed += 1;
  }
  return removed;
}
