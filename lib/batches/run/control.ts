import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { AuditAction } from '@/lib/audit/catalogue';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { BatchState } from '@/lib/db/generated/enums';
import type { BatchUncheckedUpdateManyInput, CodeWhereInput } from '@/lib/db/generated/models';
import { AppError } from '@/lib/errors';
import { lockApp, requireEnabled } from '@/lib/quota/ledger';
import { whereCause } from '@/lib/batches/report/causes';
import { giveUpQueued } from './give-up';
import { haltBatch, wakeBatch } from './signals';

type Step = {
  from: readonly BatchState[];
  data: BatchUncheckedUpdateManyInput;
  action: AuditAction;
  /** Only for a Mini Program that is not stopped. */
  needsApp?: boolean;
};

/** A batch, and who does something to it. */
type Ask = { actor: Actor; batchId: string };

const asked = ({ actor, batchId }: Ask) => ({ id: batchId, AND: seenRows(actor) });

/** @throws AppError NOT_FOUND, APP_DISABLED */
async function requireAppOf(tx: Tx, ask: Ask): Promise<void> {
  const batch = await tx.batch.findUnique({ where: asked(ask), select: { miniProgramId: true } });
  if (!batch) throw new AppError('NOT_FOUND');
  requireEnabled(await lockApp(tx, batch.miniProgramId));
}

/** Moves a batch on from one of the states that allow it. @throws AppError NOT_FOUND, BATCH_STATE */
async function move(tx: Tx, ask: Ask, { from, data }: Pick<Step, 'from' | 'data'>): Promise<void> {
  const { count } = await tx.batch.updateMany({ where: { ...asked(ask), state: { in: [...from] } }, data });
  if (count === 1) return;
  const batch = await tx.batch.findUnique({ where: asked(ask), select: { state: true } });
  throw batch ? new AppError('BATCH_STATE', { values: { state: batch.state } }) : new AppError('NOT_FOUND');
}

async function step(actor: Actor, batchId: string, { action, needsApp, ...change }: Step): Promise<void> {
  requirePermission(actor, 'batches.write');
  await db().$transaction(async (tx) => {
    const ask = { actor, batchId };
    if (needsApp) await requireAppOf(tx, ask);
    await move(tx, ask, change);
    await recordAudit(tx, actor, { action, targetId: batchId });
  });
}

/** No further row is sent; those at WeChat come to their end. @throws AppError NOT_FOUND, BATCH_STATE */
export async function pauseBatch(actor: Actor, batchId: string): Promise<void> {
  await step(actor, batchId, { from: ['RUNNING'], data: { state: 'PAUSED' }, action: 'batch.pause' });
  haltBatch(batchId);
}

/** @throws AppError NOT_FOUND, BATCH_STATE, APP_DISABLED */
export async function resumeBatch(actor: Actor, batchId: string): Promise<void> {
  const data = { state: 'RUNNING' as const, stoppedBy: null };
  await step(actor, batchId, { from: ['PAUSED'], data, action: 'batch.resume', needsApp: true });
  wakeBatch(batchId);
}

/**
 * Ends a batch for good. Rows at WeChat come to their end; those whose turn had not come stay without a code.
 * @throws AppError NOT_FOUND, BATCH_STATE
 */
export async function cancelBatch(actor: Actor, batchId: string): Promise<void> {
  requirePermission(actor, 'batches.write');
  await db().$transaction(async (tx) => {
    const data = { state: 'CANCELLED' as const, stoppedBy: null, finishedAt: clock.now() };
    await move(tx, { actor, batchId }, { from: ['RUNNING', 'PAUSED'], data });
    await giveUpQueued(tx, batchId);
    await recordAudit(tx, actor, { action: 'batch.cancel', targetId: batchId });
  });
  haltBatch(batchId);
}

const RETRIABLE: readonly BatchState[] = ['RUNNING', 'PAUSED', 'FINISHED'];

type Retry = { where: CodeWhereInput; details?: Record<string, string | number> };

/** @returns how many rows will be tried again */
async function retry(actor: Actor, batchId: string, { where, details }: Retry): Promise<number> {
  requirePermission(actor, 'batches.write');
  const count = await db().$transaction(async (tx) => {
    const ask = { actor, batchId };
    await requireAppOf(tx, ask);
    // The reason stays until there is a new answer: whoever cancels finds the row failed as it was.
    const queued = await tx.code.updateMany({
      where: { AND: [{ batchId, status: 'FAILED' }, where] },
      data: { status: 'QUEUED' },
    });
    if (queued.count === 0) throw new AppError('BATCH_NO_FAILURE');
    const data = { state: 'RUNNING' as const, stoppedBy: null, finishedAt: null };
    await move(tx, ask, { from: RETRIABLE, data });
    await recordAudit(tx, actor, {
      action: 'batch.retry',
      targetId: batchId,
      details: { ...details, count: queued.count },
    });
    return queued.count;
  });
  wakeBatch(batchId);
  return count;
}

/**
 * Tries failed rows again, and lets the batch run.
 * @param cause of `BatchProgress.errors`; left out, all failed rows
 * @returns how many
 * @throws AppError NOT_FOUND, INVALID_INPUT, BATCH_NO_FAILURE, BATCH_STATE (it was cancelled), APP_DISABLED
 */
export async function retryFailed(actor: Actor, batchId: string, cause?: string): Promise<number> {
  if (cause === undefined) return retry(actor, batchId, { where: {} });
  return retry(actor, batchId, { where: whereCause(cause), details: { cause } });
}

/** Tries one failed row again. @throws AppError NOT_FOUND, BATCH_NO_FAILURE, BATCH_STATE, APP_DISABLED */
export async function retryRow(actor: Actor, batchId: string, rowNumber: number): Promise<void> {
  const where = { batchRows: { some: { batchId, rowNumber } } };
  await retry(actor, batchId, { where, details: { rowNumber } });
}
