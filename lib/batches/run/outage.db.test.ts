import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentHolds, holdBatches, takeBatchCalls } from '@/lib/apps/calls/call-budget';
import type { UserActor } from '@/lib/auth/actor';
import { connectTo } from '@/lib/apps/connection';
import { clock } from '@/lib/clock';
import { callFor } from '@/lib/codes/generate/generation';
import { leaseFromNow } from '@/lib/codes/generate/lease';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp, insertCode, quotaState } from '@/lib/testing/factories';
import { ailingDatabase, type Ailing } from '@/lib/testing/stand-ins/ailing-database';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { CallGate } from './call-gate';
import { sendChunk } from './chunk';
import { claimRows } from './claim';
import { consequenceOf } from './consequence';
import { insertBatch, picture, progressWhen, useBatchWorker, whenOver } from './run.fixture';
import { Settler } from './settler';

const weChat = useWeChat();
const database = useDatabase();
const workers = useBatchWorker(database);

let actor: UserActor;
let app: MiniProgram;
let ailing: Ailing | undefined;
const realNow = clock.now;

beforeEach(async () => {
  actor = await insertActor('OPERATOR');
  app = await insertApp();
  weChat.onCode(picture);
});

afterEach(() => {
  clock.now = realNow;
  ailing?.heal();
});

function later(ms: number): void {
  const before = clock.now;
  clock.now = () => new Date(before().getTime() + ms);
}

const HOUR_MS = 3_600_000;
const paths = { prefix: 'pages/a?n=', endpoint: 'getwxacode' as const };

describe('a database that is away in the middle of a batch', () => {
  test.each([1, 5, 12])(
    'for %i questions: every row comes to its end, and none to another one',
    async (questions) => {
      // Slow enough that rows wait for their turn when it happens.
      await db().miniProgram.update({ where: { id: app.id }, data: { ratePerMinute: 1_200 } });
      const ill = (ailing = ailingDatabase(database()));
      const isRefused = (path: unknown) => String(path).endsWith('5');
      weChat.onCode(async (request) => {
        if (weChat.codeCalls.length === 10) ill.endFor(questions);
        const { path }: { path: string } = await request.json();
        return isRefused(path) ? refusal(41030, 'invalid page') : picture();
      });
      const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 40, ...paths });
      await workers.start();
      while (weChat.codeCalls.length < 10 || ill.left() > 0) await clock.sleep(20);
      // What was under way belongs to nobody once its lease has run out.
      later(8_000);
      expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 36, failed: 4 });
      const failed = await db().code.findMany({ where: { batchId, status: 'FAILED' } });
      expect(failed.map(({ path, errcode }) => [isRefused(path), errcode])).toEqual(
        Array.from({ length: 4 }, () => [true, 41030]),
      );
      expect(await db().code.count({ where: { batchId } })).toBe(40);
      expect(await quotaState(app.id)).toEqual({ used: 36, entries: 36 });
    },
  );
});

describe('a database that is away for a moment', () => {
  const insert = () =>
    insertCode({ miniProgramId: app.id, status: 'GENERATING', leaseExpiresAt: leaseFromNow(), scene: 'a' });

  test('is no failure of a row whose call met it', async () => {
    const code = await insert();
    (ailing = ailingDatabase(database())).endFor(1);
    const result = await callFor(code, connectTo(app.id), async () => undefined);
    expect(result).toMatchObject({ kind: 'unmade', isPassing: true });
    expect(consequenceOf(result).consequence).toBe('again');
  });

  test('does not take the process with it when rows that were not sent cannot be put back', async () => {
    const code = await insert();
    const gate = new CallGate(app.id);
    const line = { miniProgramId: app.id, gate, settler: new Settler(), failuresInARow: 0 };
    // No call of it may leave, so the row waits until it is halted.
    await holdBatches(app.id, 'callLimit', clock.now());
    const { sent, done } = sendChunk(line, code.batchId ?? '', new Set([code]));
    const ill = (ailing = ailingDatabase(database()));
    ill.endFor(2);
    gate.halt();
    await Promise.all([sent, done]);
    expect(ill.left()).toBeLessThan(2);
    expect(await db().code.findUnique({ where: { id: code.id } })).toMatchObject({ status: 'GENERATING' });
  });
});

test('five rows in a row that WeChat was too busy for are bad luck and fail, the sixth waits with all others', async () => {
  weChat.onCode(() => refusal(-1, 'system error'));
  const gate = new CallGate(app.id);
  gate.perMinute = 4_800;
  // Four have failed already.
  const line = { miniProgramId: app.id, gate, settler: new Settler(), failuresInARow: 4 };
  const claimed = { miniProgramId: app.id, status: 'GENERATING' as const, leaseExpiresAt: leaseFromNow() };
  const codes = [await insertCode(claimed), await insertCode(claimed)];
  await sendChunk(line, '', new Set(codes)).done;
  const ends = await db().code.findMany({ where: { miniProgramId: app.id }, select: { status: true } });
  expect(ends.map(({ status }) => status).sort()).toEqual(['FAILED', 'QUEUED']);
  expect((await currentHolds([app.id])).get(app.id)).toMatchObject({ key: 'systemBusy' });
});

test('a full disk makes the batch wait, which goes on by itself when there is room', async () => {
  const folder = join(env().DATA_DIR, 'storage', 'codes', app.id);
  mkdirSync(folder, { recursive: true });
  // Whatever is written there finds no room (ENOSPC).
  weChat.onCode(async (request) => {
    const { path }: { path: string } = await request.json();
    const { id } = await db().code.findFirstOrThrow({ where: { path, miniProgramId: app.id } });
    rmSync(join(folder, `${id}.jpg`), { force: true });
    symlinkSync('/dev/full', join(folder, `${id}.jpg`));
    return picture();
  });
  const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 12, ...paths });
  await workers.start();
  const held = await progressWhen(actor, batchId, (p) => p.waitingUntil !== null && p.running === 0);
  expect(held).toMatchObject({ state: 'RUNNING', made: 0, failed: 0, waiting: 12, waitingFor: 'storage' });
  weChat.onCode(picture);
  rmSync(folder, { recursive: true });
  later(6_000);
  expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 12, failed: 0 });
  expect(await quotaState(app.id)).toEqual({ used: 12, entries: 12 });
});

test('WeChat that nothing can be sent to, as without a name server, fails no row', async () => {
  const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 30, ...paths });
  weChat.onCode(async () => {
    if (weChat.codeCalls.length === 5) await weChat.close();
    return picture();
  });
  await workers.start();
  const held = await progressWhen(actor, batchId, (p) => p.waitingUntil !== null && p.running === 0);
  expect(held).toMatchObject({ state: 'RUNNING', failed: 0, waitingFor: 'notSent' });
  await weChat.open();
  later(6_000);
  expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 30, failed: 0 });
  expect(await quotaState(app.id)).toEqual({ used: 30, entries: 30 });
});

describe('a clock', () => {
  test('that is set back an hour holds nothing up: no lease, no pace and no pause', async () => {
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 30, ...paths });
    const { codes } = await claimRows({ batchId, miniProgramId: app.id, max: 3, from: 0 });
    expect(codes).toHaveLength(3);
    await takeBatchCalls(app.id, 40, 4_800);
    await holdBatches(app.id, 'network', clock.now());
    later(-HOUR_MS);
    await workers.start({ alone: false });
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 30, failed: 0 });
    expect(await quotaState(app.id)).toEqual({ used: 30, entries: 30 });
  });

  test.each([HOUR_MS, -HOUR_MS])('that jumps by %i ms in the middle of a batch loses nothing', async (ms) => {
    weChat.onCode(() => {
      if (weChat.codeCalls.length === 10) later(ms);
      return picture();
    });
    const batchId = await insertBatch(actor, { miniProgramId: app.id, rows: 40, ...paths });
    await workers.start({ alone: false });
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 40, failed: 0 });
    expect(await db().code.count({ where: { batchId } })).toBe(40);
    expect(await quotaState(app.id)).toEqual({ used: 40, entries: 40 });
  });
});
