import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { generateCode } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { resumeBatch, retryFailed } from './control';
import { getBatchProgress } from '@/lib/batches/report/queries';
import { insertBatch, picture, progressWhen, useBatchWorker, whenOver } from './run.fixture';

const weChat = useWeChat();
const workers = useBatchWorker(useDatabase());

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

/** Turns the hands on: waiting for WeChat's next minute takes no minute here. */
function later(ms: number): void {
  const before = clock.now;
  clock.now = () => new Date(before().getTime() + ms);
}

const insert = (rows: number, prefix = 'r') => insertBatch(actor, { miniProgramId: app.id, rows, prefix });
const rate = (ratePerMinute: number) =>
  db().miniProgram.update({ where: { id: app.id }, data: { ratePerMinute } });
const scenes = () => weChat.codeCalls.map(({ body }) => String(body.scene));
const tooMany = () => refusal(45009, 'reach max api daily quota limit');

describe('"too many calls"', () => {
  test('makes the batch wait and fails no row', async () => {
    let refused = 0;
    weChat.onCode(() => {
      if (weChat.codeCalls.length <= 10) return picture();
      refused += 1;
      return tooMany();
    });
    const batchId = await insert(60);
    await workers.start();
    const held = await progressWhen(actor, batchId, (p) => p.waitingUntil !== null && p.running === 0);
    expect(held).toMatchObject({
      state: 'RUNNING',
      made: 10,
      failed: 0,
      waiting: 50,
      waitingFor: 'callLimit',
    });
    const callsBefore = weChat.codeCalls.length;
    expect(callsBefore).toBe(10 + refused);
    weChat.onCode(picture);
    later(6_000);
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'FINISHED', made: 60, failed: 0 });
    expect(weChat.codeCalls.length).toBe(callsBefore + 50);
  });

  test('that goes on is asked about with one call at a time, less and less often', async () => {
    weChat.onCode(tooMany);
    const batchId = await insert(60);
    await workers.start();
    const isHeld = (p: { waitingUntil: string | null; running: number }) =>
      p.waitingUntil !== null && p.running === 0;
    await progressWhen(actor, batchId, isHeld);
    const seen: number[] = [];
    for (const waitMs of [6_000, 11_000, 21_000]) {
      const calls = weChat.codeCalls.length;
      later(waitMs);
      await progressWhen(actor, batchId, (p) => weChat.codeCalls.length > calls && isHeld(p));
      seen.push(weChat.codeCalls.length - calls);
    }
    expect(seen).toEqual([1, 1, 1]);
    expect(await getBatchProgress(actor, batchId)).toMatchObject({
      state: 'RUNNING',
      failed: 0,
      waiting: 60,
    });
  });
});

describe('WeChat out of reach', () => {
  test('makes the batch wait after a few rows, instead of failing all of it', async () => {
    weChat.onCode(() => 'reset');
    const batchId = await insert(80);
    await workers.start();
    const held = await progressWhen(actor, batchId, (p) => p.waitingUntil !== null && p.running === 0);
    expect(held).toMatchObject({ state: 'RUNNING', waitingFor: 'network' });
    expect(held.failed).toBeLessThanOrEqual(5);
    weChat.onCode(picture);
    later(6_000);
    const { made, failed } = await whenOver(actor, batchId);
    expect(made).toBe(80 - failed);
    await retryFailed(actor, batchId);
    expect(await whenOver(actor, batchId)).toMatchObject({ made: 80, failed: 0 });
  });
});

describe('a wall that every row would run into', () => {
  test('pauses the batch by itself and says why; it goes on when somebody has seen to it', async () => {
    weChat.onCode(() => (weChat.codeCalls.length > 3 ? refusal(48001, 'api unauthorized') : picture()));
    await rate(300);
    const batchId = await insert(40);
    await workers.start();
    const stopped = await progressWhen(actor, batchId, (p) => p.state === 'PAUSED' && p.running === 0);
    expect(stopped).toMatchObject({ made: 3, stoppedBy: 'apiUnauthorized' });
    expect(stopped.errors).toMatchObject([{ key: 'apiUnauthorized', count: stopped.failed }]);
    expect(stopped.waiting).toBeGreaterThan(0);
    expect(weChat.codeCalls).toHaveLength(3 + stopped.failed);
    weChat.onCode(picture);
    await resumeBatch(actor, batchId);
    expect(await whenOver(actor, batchId)).toMatchObject({ made: 40 - stopped.failed, stoppedBy: null });
  });

  test('such as a wrong AppSecret is not run into by every row', async () => {
    weChat.onToken(() => refusal(40125, 'invalid appsecret'));
    const batchId = await insert(90);
    await workers.start();
    expect(await whenOver(actor, batchId)).toMatchObject({ state: 'PAUSED', stoppedBy: 'secretInvalid' });
    expect(weChat.codeCalls).toHaveLength(0);
    expect(weChat.tokenCalls).toBeLessThan(20);
  });
});

describe('who goes first', () => {
  test('a code made by hand does not wait behind a batch', async () => {
    const batchId = await insert(200);
    await rate(600);
    await workers.start();
    await progressWhen(actor, batchId, ({ made }) => made > 0);
    const input = { miniProgramId: app.id, endpoint: 'getwxacodeunlimit' as const, scene: 'by-hand' };
    const { codeId } = await generateCode(actor, input);
    expect(await db().code.findUnique({ where: { id: codeId } })).toMatchObject({ status: 'READY' });
    expect((await getBatchProgress(actor, batchId)).waiting).toBeGreaterThan(0);
  });

  test('batches of one Mini Program take turns', async () => {
    await rate(1_200);
    const batches = [await insert(75, 'a'), await insert(75, 'b'), await insert(75, 'c')];
    await workers.start();
    for (const batchId of batches) await whenOver(actor, batchId);
    // What tests before have left unfinished goes on beside them.
    const half = scenes()
      .filter((scene) => /^[abc]/.test(scene))
      .slice(0, 112);
    for (const prefix of ['a', 'b', 'c'])
      expect(half.filter((scene) => scene.startsWith(prefix)).length).toBeGreaterThanOrEqual(25);
  });
});
