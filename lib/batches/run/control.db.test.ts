import { beforeEach, describe, expect, test } from 'vitest';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { claimRows } from './claim';
import { cancelBatch, pauseBatch, resumeBatch, retryFailed } from './control';
import { putBack } from './put-back';
import { getBatch, getBatchProgress, listActiveBatches, listBatches } from '@/lib/batches/report/queries';
import { listBatchRows } from '@/lib/batches/report/row-queries';
import { insertBatch, picture, progressWhen, useBatchWorker, whenOver } from './run.fixture';

const weChat = useWeChat();
const workers = useBatchWorker(useDatabase());

let actor: UserActor;
let app: MiniProgram;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
  // Five calls a second: there is always something left to stop.
  await db().miniProgram.update({ where: { id: app.id }, data: { ratePerMinute: 300 } });
  weChat.onCode(picture);
});

const insert = (rows: number, prefix = 'r') => insertBatch(actor, { miniProgramId: app.id, rows, prefix });

const statuses = async (batchId: string) =>
  (await listBatchRows(actor, batchId, {})).items.map(({ status }) => status);

const isSettled = ({ running }: { running: number }) => running === 0;

describe('a paused batch', () => {
  test('sends nothing more, says what waits, and goes on where it was', async () => {
    const batchId = await insert(40);
    await workers.start();
    await progressWhen(actor, batchId, ({ made }) => made > 0);
    await pauseBatch(actor, batchId);
    const paused = await progressWhen(actor, batchId, isSettled);
    expect(paused).toMatchObject({ state: 'PAUSED', failed: 0, ratePerMinute: null, secondsLeft: null });
    expect(paused.made).toBe(weChat.codeCalls.length);
    expect(paused.waiting).toBe(40 - paused.made);
    expect(paused.waiting).toBeGreaterThan(0);
    expect(await db().code.count({ where: { batchId, status: 'QUEUED', attempts: { gt: 0 } } })).toBe(0);
    const calls = weChat.codeCalls.length;
    await resumeBatch(actor, batchId);
    expect(weChat.codeCalls.length).toBe(calls);
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 40 });
    expect(weChat.codeCalls).toHaveLength(40);
  });

  test('is seen by a worker of another process too', async () => {
    const batchId = await insert(40);
    await workers.start();
    await progressWhen(actor, batchId, ({ made }) => made > 0);
    // Without the signal that reaches a worker in the same process.
    await db().batch.update({ where: { id: batchId }, data: { state: 'PAUSED' } });
    const { made, waiting } = await progressWhen(actor, batchId, isSettled);
    expect(waiting).toBeGreaterThan(0);
    expect(made + waiting).toBe(40);
  });
});

describe('a cancelled batch', () => {
  test('keeps what was made, and its other rows are as if their turn had not come', async () => {
    const batchId = await insert(40);
    await workers.start();
    await progressWhen(actor, batchId, ({ made }) => made > 2);
    await cancelBatch(actor, batchId);
    const progress = await progressWhen(actor, batchId, isSettled);
    expect(progress).toMatchObject({ state: 'CANCELLED', waiting: 0, failed: 0 });
    expect(progress.made).toBe(weChat.codeCalls.length);
    expect(progress.notMade).toBe(40 - progress.made);
    expect(await db().code.count({ where: { batchId } })).toBe(progress.made);
    expect(new Set(await statuses(batchId))).toEqual(new Set(['made', 'notMade']));
    await expect(resumeBatch(actor, batchId)).rejects.toMatchObject({ code: 'BATCH_STATE' });
    expect((await getBatch(actor, batchId)).finishedAt).not.toBeNull();
  });

  test('gives back the quota of rows that wait, and leaves failed ones failed', async () => {
    weChat.onCode(() => (weChat.codeCalls.length === 2 ? refusal(40097, 'invalid args') : picture()));
    const endpoint = 'getwxacode' as const;
    const wanted = { miniProgramId: app.id, rows: 6, prefix: 'pages/a?n=', endpoint };
    const batchId = await insertBatch(actor, wanted);
    const worker = await workers.start();
    expect(await whenOver(actor, batchId)).toMatchObject({ made: 5, failed: 1 });
    await workers.stop(worker);
    await retryFailed(actor, batchId);
    expect(await statuses(batchId)).toContain('waiting');
    await cancelBatch(actor, batchId);
    expect(await getBatchProgress(actor, batchId)).toMatchObject({ made: 5, failed: 1, notMade: 0 });
    expect(await quotaState(app.id)).toEqual({ used: 5, entries: 5 });
  });

  test('leaves rows of other batches that shared its codes to be made by themselves', async () => {
    const first = await insert(3);
    const { codes } = await claimRows({ batchId: first, miniProgramId: app.id, max: 3, from: 0 });
    const second = await insert(5);
    expect(await getBatchProgress(actor, second)).toMatchObject({ reused: 3, waiting: 2 });
    await putBack(codes);
    await cancelBatch(actor, first);
    expect(await getBatchProgress(actor, first)).toMatchObject({ notMade: 3, made: 0 });
    await workers.start();
    expect(await whenOver(actor, second)).toMatchObject({ state: 'FINISHED', made: 5, reused: 0 });
  });
});

describe('the list of one Mini Program', () => {
  const listOf = (id: string) => ({ app: id, tab: 'all', q: '' }) as const;

  test('leaves out the batches of others, and says how many there are and wait for somebody', async () => {
    const other = (await insertApp()).id;
    const own = await insert(2);
    const paused = await insertBatch(actor, { miniProgramId: other, rows: 2, prefix: 'o' });
    await pauseBatch(actor, paused);
    const list = await listBatches(actor, listOf(app.id));
    expect(list.items.map(({ id }) => id)).toEqual([own]);
    expect(list.elsewhere.total).toBeGreaterThan(0);
    expect(list.elsewhere.waiting).toBeGreaterThan(0);
    expect((await listBatches(actor, listOf(other))).items.map(({ id }) => id)).toEqual([paused]);
    expect((await listBatches(actor, listOf(ALL_APPS))).elsewhere).toEqual({ total: 0, waiting: 0 });
    const active = (await listActiveBatches(actor)).map(({ id }) => id);
    expect(active).toEqual(expect.arrayContaining([own, paused]));
    await cancelBatch(actor, paused);
    expect((await listActiveBatches(actor)).map(({ id }) => id)).not.toContain(paused);
  });

  test('counts elsewhere what the same tab and search would show, and in its tabs what it holds itself', async () => {
    const other = (await insertApp()).id;
    const name = `别处 ${other}`;
    const paused = await insertBatch(actor, { miniProgramId: other, rows: 2, prefix: 'w' });
    await db().batch.update({ where: { id: paused }, data: { name } });
    await pauseBatch(actor, paused);
    const searched = await listBatches(actor, { app: app.id, tab: 'active', q: name });
    expect(searched).toMatchObject({ items: [], counts: { all: 0, active: 0 }, elsewhere: { total: 1 } });
    const drafts = await listBatches(actor, { app: app.id, tab: 'drafts', q: name });
    expect(drafts.elsewhere.total).toBe(0);
    expect(drafts.elsewhere.waiting).toBeGreaterThan(0);
  });
});

describe('who may do what', () => {
  test('viewers see batches and change none', async () => {
    const batchId = await insert(2);
    const viewer = await insertActor('VIEWER');
    for (const change of [pauseBatch, resumeBatch, cancelBatch, retryFailed])
      await expect(change(viewer, batchId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await listBatches(viewer, { app: ALL_APPS, tab: 'all', q: '' })).items[0]).toMatchObject({
      id: batchId,
      counts: { total: 2, waiting: 2 },
    });
  });

  test('each step is written down with who did it', async () => {
    const batchId = await insert(2);
    await pauseBatch(actor, batchId);
    await resumeBatch(actor, batchId);
    await cancelBatch(actor, batchId);
    const events = await db().auditEvent.findMany({ where: { targetId: batchId, actorId: actor.id } });
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['batch.pause', 'batch.resume', 'batch.cancel']),
    );
    await expect(pauseBatch(actor, batchId)).rejects.toMatchObject({ code: 'BATCH_STATE' });
    await expect(pauseBatch(actor, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
