import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { BatchState } from '@/lib/db/generated/enums';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { claimRows } from './claim';
import { cancelBatch, pauseBatch, resumeBatch, retryFailed, retryRow } from './control';
import { insertBatch } from './run.fixture';

useDatabase();

const STATES = ['DRAFT', 'RUNNING', 'PAUSED', 'CANCELLED', 'FINISHED'] as const;

let actor: UserActor;
let miniProgramId: string;
let batchId: string;

beforeAll(async () => {
  actor = await insertActor('OPERATOR');
});

beforeEach(async () => {
  miniProgramId = (await insertApp()).id;
  batchId = await insertBatch(actor, { miniProgramId, rows: 2 });
});

const read = (id = batchId) => db().batch.findUniqueOrThrow({ where: { id } });
const put = (state: BatchState) =>
  db().batch.update({ where: { id: batchId }, data: { state, stoppedBy: 'secretInvalid' } });

/** Both rows as they are after WeChat refused them. */
async function failRows(id: string): Promise<void> {
  await claimRows({ batchId: id, miniProgramId, max: 2, from: 0 });
  await db().code.updateMany({
    where: { batchId: id },
    data: { status: 'FAILED', failureReason: 'refused', failureKey: 'pageNotReleased', leaseExpiresAt: null },
  });
}

const queued = (id = batchId) => db().code.count({ where: { batchId: id, status: 'QUEUED' } });

describe.each([
  { name: 'pausing', change: pauseBatch, from: ['RUNNING'], to: 'PAUSED' },
  { name: 'resuming', change: resumeBatch, from: ['PAUSED'], to: 'RUNNING' },
  { name: 'cancelling', change: cancelBatch, from: ['RUNNING', 'PAUSED'], to: 'CANCELLED' },
])('$name', ({ change, from, to }) => {
  test.each(STATES)('a batch that is %s', async (state) => {
    await put(state);
    const events = () =>
      db().auditEvent.count({ where: { targetId: batchId, action: { not: 'batch.start' } } });
    const before = await events();
    if (from.includes(state)) {
      await change(actor, batchId);
      expect(await read()).toMatchObject({ state: to });
      expect(await events()).toBe(before + 1);
      return;
    }
    await expect(change(actor, batchId)).rejects.toMatchObject({ code: 'BATCH_STATE', values: { state } });
    expect(await read()).toMatchObject({ state });
    expect(await events()).toBe(before);
  });
});

describe('trying again', () => {
  test.each(STATES)('rows of a batch that is %s', async (state) => {
    await failRows(batchId);
    await put(state);
    if (['RUNNING', 'PAUSED', 'FINISHED'].includes(state)) {
      expect(await retryFailed(actor, batchId)).toBe(2);
      expect(await read()).toMatchObject({ state: 'RUNNING', stoppedBy: null, finishedAt: null });
      expect(await queued()).toBe(2);
      return;
    }
    await expect(retryFailed(actor, batchId)).rejects.toMatchObject({ code: 'BATCH_STATE' });
    expect(await read()).toMatchObject({ state });
    expect(await queued()).toBe(0);
  });

  test('is about failed rows of this batch alone: made ones and other batches stay', async () => {
    await failRows(batchId);
    const other = await insertBatch(actor, { miniProgramId, rows: 2, prefix: 'other' });
    await failRows(other);
    await retryRow(actor, batchId, 2);
    expect([await queued(), await queued(other)]).toEqual([1, 0]);
    // Another batch may share a code of this one, in another row.
    const { codeId } = await db().batchRow.findFirstOrThrow({ where: { batchId, rowNumber: 1 } });
    await db().batchRow.updateMany({
      where: { batchId: other, rowNumber: 1 },
      data: { codeId, rowNumber: 9 },
    });
    await expect(retryRow(actor, batchId, 9)).rejects.toMatchObject({ code: 'BATCH_NO_FAILURE' });
    await db().code.updateMany({ where: { batchId }, data: { status: 'READY' } });
    await expect(retryRow(actor, batchId, 1)).rejects.toMatchObject({ code: 'BATCH_NO_FAILURE' });
    await expect(retryFailed(actor, batchId)).rejects.toMatchObject({ code: 'BATCH_NO_FAILURE' });
    expect(await db().code.count({ where: { batchId, status: 'READY' } })).toBe(2);
    expect(await queued(other)).toBe(0);
  });

  test('asks for permission, and leaves a trace with how many and why', async () => {
    await failRows(batchId);
    const viewer = await insertActor('VIEWER');
    await expect(retryRow(viewer, batchId, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(retryFailed(viewer, batchId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await queued()).toBe(0);
    await retryFailed(actor, batchId, 'pageNotReleased');
    const events = await db().auditEvent.findMany({ where: { targetId: batchId, action: 'batch.retry' } });
    expect(events).toMatchObject([{ actorId: actor.id, details: { cause: 'pageNotReleased', count: 2 } }]);
    await expect(retryFailed(actor, batchId, '1; drop')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

test('what made a batch pause by itself is forgotten when somebody resumes or cancels it', async () => {
  await put('PAUSED');
  await resumeBatch(actor, batchId);
  expect(await read()).toMatchObject({ stoppedBy: null });
  await put('PAUSED');
  await cancelBatch(actor, batchId);
  expect(await read()).toMatchObject({ stoppedBy: null, finishedAt: expect.any(Date) });
});
