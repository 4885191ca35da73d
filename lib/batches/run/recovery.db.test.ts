import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, quotaState } from '@/lib/testing/factories';
import { useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { claimRows } from './claim';
import { insertBatch, picture, progressWhen, useBatchWorker, whenOver } from './run.fixture';

const weChat = useWeChat();
const database = useDatabase();
const workers = useBatchWorker(database);

let actor: UserActor;
let app: MiniProgram;
const realNow = clock.now;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
  weChat.onCode(picture);
});

afterEach(() => {
  clock.now = realNow;
});

describe('a worker that is asked to stop', () => {
  test('puts back what it has not sent, and the next one goes on there', async () => {
    await db().miniProgram.update({ where: { id: app.id }, data: { ratePerMinute: 300 } });
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 30 });
    const worker = await workers.start();
    await progressWhen(actor, batchId, ({ made }) => made > 0);
    await workers.stop(worker);
    const made = await db().code.count({ where: { batchId, status: 'READY' } });
    expect(made).toBe(weChat.codeCalls.length);
    expect(await db().code.count({ where: { batchId, status: 'GENERATING' } })).toBe(0);
    expect(await db().code.count({ where: { batchId, status: 'QUEUED', attempts: { not: 0 } } })).toBe(0);
    await workers.start();
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 30 });
    expect(weChat.codeCalls).toHaveLength(30);
  });
});

describe('rows of a process that died', () => {
  test('are taken over by another one when their lease has run out, and cost their quota once', async () => {
    const wanted = { miniProgramId: app.id, rows: 8, prefix: 'pages/a?n=', endpoint: 'getwxacode' as const };
    const batchId = await insertBatch(actor, wanted);
    const { codes } = await claimRows({ batchId, miniProgramId: app.id, max: 3, from: 0 });
    await workers.start({ alone: false });
    const others = await progressWhen(actor, batchId, ({ made }) => made === 5);
    expect(others).toMatchObject({ running: 3, state: 'RUNNING' });
    clock.now = () => new Date(realNow().getTime() + 8_000);
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 8, failed: 0 });
    const recovered = await db().code.findMany({ where: { id: { in: codes.map(({ id }) => id) } } });
    expect(recovered.map(({ attempts }) => attempts)).toEqual([2, 2, 2]);
    expect(await quotaState(app.id)).toEqual({ used: 8, entries: 8 });
  });

  test('are not waited for where no other process can be', async () => {
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 4 });
    await claimRows({ batchId, miniProgramId: app.id, max: 3, from: 0 });
    await workers.start({ alone: true });
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 4 });
  });
});

test('two workers share a batch, and no row is asked for twice', async () => {
  const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 160 });
  await workers.start({ alone: false });
  await workers.start({ alone: false });
  expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 160, failed: 0 });
  expect(weChat.codeCalls).toHaveLength(160);
  expect(new Set(weChat.codeCalls.map(({ body }) => body.scene)).size).toBe(160);
});
