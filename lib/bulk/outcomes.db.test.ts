import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { currentHolds } from '@/lib/apps/calls/call-budget';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { allThatMatch, insertCodes, readCodes } from './bulk.fixture';
import { UNDO_MS } from './kinds';
import { getBulk } from './queries';
import { callOn } from './calls';
import { listenToBulks } from './signals';
import { startBulk, stopBulk, undoBulk } from './start';
import { forgetChanges } from './worker';

const weChat = useWeChat();
useDatabase();

const realNow = clock.now;
let actor: UserActor;
let app: string;

beforeAll(async () => {
  actor = await insertActor();
});

beforeEach(async () => {
  app = (await insertApp()).id;
});

afterEach(() => {
  vi.restoreAllMocks();
  clock.now = realNow;
  listenToBulks(undefined);
});

const failed = (count: number) =>
  insertCodes(
    app,
    Array.from({ length: count }, () => ({ status: 'FAILED' as const })),
  );
const retry = (codeIds: string[]) => startBulk(actor, { kind: 'retry', scope: { codeIds } });
const goOn = (bulkId: string) => callOn(bulkId, () => false);

describe('failed codes that are asked for again', () => {
  test('are given up as a whole at a wall that stands before all, and the rest stays as it is', async () => {
    const ids = await failed(45);
    weChat.onCode(() => refusal(48001, 'api unauthorized'));
    const { id } = await retry(ids);
    expect(await goOn(id)).toBe(false);
    expect(await getBulk(actor, id)).toMatchObject({ state: 'STOPPED', done: 40, changed: 0, failed: 40 });
    // Those that were on their way beside the first one; none after it.
    expect(weChat.codeCalls.length).toBeLessThanOrEqual(8);
    expect(await goOn(id)).toBe(false);
    expect(await db().bulk.findUniqueOrThrow({ where: { id } })).toMatchObject({ leaseExpiresAt: null });
  });

  test('go on step by step, and are over with the last', async () => {
    const { id } = await retry(await failed(45));
    expect(await goOn(id)).toBe(true);
    expect(await getBulk(actor, id)).toMatchObject({ state: 'RUNNING', done: 40, changed: 40 });
    expect(await goOn(id)).toBe(false);
    expect(await getBulk(actor, id)).toMatchObject({ state: 'FINISHED', done: 45, changed: 45 });
  });

  test('make batches wait when WeChat says "too many calls"', async () => {
    const ids = await failed(1);
    weChat.onCode(() => refusal(45009, 'reach max api daily quota limit'));
    const { id } = await retry(ids);
    await goOn(id);
    expect(await getBulk(actor, id)).toMatchObject({ state: 'FINISHED', failed: 1 });
    expect((await currentHolds([app])).get(app)).toMatchObject({ key: 'callLimit' });
  });

  test('have failed where what WeChat makes finds no room on the disk', async () => {
    const [id = ''] = await failed(1);
    const folder = join(env().DATA_DIR, 'storage', 'codes', app);
    mkdirSync(folder, { recursive: true });
    // Whatever is written there finds no room (ENOSPC).
    symlinkSync('/dev/full', join(folder, `${id}.jpg`));
    const bulk = await retry([id]);
    expect(await goOn(bulk.id)).toBe(false);
    rmSync(folder, { recursive: true });
    expect(await getBulk(actor, bulk.id)).toMatchObject({ state: 'FINISHED', changed: 0, failed: 1 });
    expect(await readCodes([id])).toMatchObject([{ status: 'FAILED', failureKey: 'storage' }]);
  });

  test('are left alone that went into the trash, or were made, since', async () => {
    const [gone = '', made = '', still = ''] = await failed(3);
    const { id } = await retry([gone, made, still]);
    await db().code.update({ where: { id: gone }, data: { deletedAt: new Date() } });
    await db().code.update({ where: { id: made }, data: { status: 'READY' } });
    await goOn(id);
    expect(weChat.codeCalls).toHaveLength(1);
    expect(await getBulk(actor, id)).toMatchObject({ state: 'FINISHED', done: 3, changed: 1, failed: 0 });
    expect((await readCodes([gone, made, still])).map(({ attempts }) => attempts)).toEqual([1, 1, 2]);
  });
});

test('what is stopped while its last codes are asked for stays stopped, and no other action ends with it', async () => {
  const { id } = await retry(await failed(1));
  const other = await retry(await failed(1));
  weChat.onCode(async (): Promise<'as usual'> => {
    await stopBulk(actor, id);
    return 'as usual';
  });
  expect(await goOn(id)).toBe(false);
  expect(await getBulk(actor, id)).toMatchObject({ state: 'STOPPED', done: 1, changed: 1, failed: 0 });
  expect(await getBulk(actor, other.id)).toMatchObject({ state: 'RUNNING', done: 0 });
});

describe('a step that is broken off', () => {
  /** Two codes, of which one call a minute lets the first alone be asked for; `then` happens while the other waits. */
  const breakOff = async (then: (bulkId: string) => Promise<unknown>, isEnding = () => false) => {
    await db().miniProgram.update({ where: { id: app }, data: { ratePerMinute: 1 } });
    let ms = realNow().getTime();
    clock.now = () => new Date(ms);
    const { id } = await retry(await failed(2));
    const sleep = vi.spyOn(clock, 'sleep').mockImplementation(async (wait) => {
      ms += wait;
      await then(id);
    });
    expect(await callOn(id, isEnding)).toBe(false);
    sleep.mockRestore();
    ms += 60_000;
    return id;
  };

  test('by a person counts what was made until then', async () => {
    const id = await breakOff((bulkId) => stopBulk(actor, bulkId));
    expect(await getBulk(actor, id)).toMatchObject({ state: 'STOPPED', done: 1, changed: 1, failed: 0 });
  });

  test('by a person counts what failed until then', async () => {
    weChat.onCode(() => refusal(41030, 'invalid page'));
    const id = await breakOff((bulkId) => stopBulk(actor, bulkId));
    expect(await getBulk(actor, id)).toMatchObject({ state: 'STOPPED', done: 1, changed: 0, failed: 1 });
  });

  test('by the end of the process is gone on with, and counts each code once', async () => {
    let isEnding = false;
    const id = await breakOff(
      async () => (isEnding = true),
      () => isEnding,
    );
    expect(await getBulk(actor, id)).toMatchObject({ state: 'RUNNING', changed: 1, failed: 0 });
    await goOn(id);
    expect(await getBulk(actor, id)).toMatchObject({ state: 'FINISHED', done: 2, changed: 2, failed: 0 });
  });
});

describe('of the calls that may leave', () => {
  /** What all calls to WeChat of this Mini Program have used up, and those at the pace of batches. */
  const spent = async () => {
    const { paidUntilMs, batchPaidUntilMs } = await db().callBudget.findUniqueOrThrow({
      where: { miniProgramId: app },
    });
    return [paidUntilMs, batchPaidUntilMs].map((paidUntil) => paidUntil - now.getTime());
  };
  const now = new Date();

  test('each code takes one, and a repeated call one more that no batch is slowed by', async () => {
    clock.now = () => now;
    await goOn((await retry(await failed(1))).id);
    const [one = 0, oneOfBatch = 0] = await spent();
    let calls = 0;
    weChat.onCode(() => ((calls += 1) === 1 ? refusal(-1, 'system error') : 'as usual'));
    await goOn((await retry(await failed(1))).id);
    expect(calls).toBe(2);
    const [all = 0, ofBatch = 0] = await spent();
    expect([one / oneOfBatch, all / one, ofBatch / oneOfBatch].map(Math.round)).toEqual([1, 3, 2]);
  });

  test('the next is waited for a second at a time, so that a stop is heard', async () => {
    await db().miniProgram.update({ where: { id: app }, data: { ratePerMinute: 1 } });
    let ms = now.getTime();
    const slept: number[] = [];
    clock.now = () => new Date(ms);
    const { id } = await retry(await failed(2));
    vi.spyOn(clock, 'sleep').mockImplementation(async (wait) => {
      slept.push(wait);
      ms += wait;
      if (slept.length === 3) await stopBulk(actor, id);
    });
    expect(await goOn(id)).toBe(false);
    expect(slept).toEqual([1_000, 1_000, 1_000]);
    expect(weChat.codeCalls).toHaveLength(1);
    expect(await getBulk(actor, id)).toMatchObject({ state: 'STOPPED' });
  });
});

test('names are given in the order of the list: the newest first, or the oldest', async () => {
  const ids = await insertCodes(app, [{ name: 'new' }, { name: 'middle' }, { name: 'old' }]);
  const values = { pattern: '{seq}', start: 1 };
  const named = async (sort: '' | 'oldest') => {
    await startBulk(actor, { kind: 'rename', values, scope: await allThatMatch(actor, { app, sort }) });
    return (await readCodes(ids)).map(({ name }) => name);
  };
  expect(await named('')).toEqual(['1', '2', '3']);
  expect(await named('oldest')).toEqual(['3', '2', '1']);
});

test('a code that is made in the very moment of the count is counted, and acted on', async () => {
  const at = new Date();
  clock.now = () => at;
  await insertCodes(app, [{ createdAt: at }]);
  const scope = await allThatMatch(actor, { app });
  expect(await startBulk(actor, { kind: 'archive', scope })).toMatchObject({ total: 1, changed: 1 });
});

test('an undo is a line of the audit log too, and names the action that it takes back', async () => {
  const { id } = await startBulk(actor, {
    kind: 'archive',
    scope: { codeIds: await insertCodes(app, [{}, {}]) },
  });
  await undoBulk(actor, id);
  const events = await db().auditEvent.findMany({ where: { targetId: id, action: 'bulk.undo' } });
  expect(events).toMatchObject([{ actorId: actor.id, details: { kind: 'archive', count: 2 } }]);
});

describe('the worker', () => {
  test('is told of what waits for it, and of files that a purge leaves', async () => {
    let woken = 0;
    listenToBulks(() => (woken += 1));
    const scope = { codeIds: await insertCodes(app, [{ status: 'FAILED' }]) };
    await startBulk(actor, { kind: 'archive', scope });
    expect(woken).toBe(0);
    await startBulk(actor, { kind: 'retry', scope });
    expect(woken).toBe(1);
    await startBulk(actor, { kind: 'delete', scope });
    await startBulk(actor, { kind: 'purge', scope });
    expect(woken).toBe(2);
  });

  test('keeps what codes were as long as an action or its undo is at work, however old', async () => {
    const scope = { codeIds: await insertCodes(app, [{}]) };
    const { id } = await startBulk(actor, { kind: 'archive', scope });
    const undo = await undoBulk(actor, id);
    const kept = () => db().bulkChange.count({ where: { bulkId: id } });
    const state = (bulkId: string, is: 'RUNNING' | 'FINISHED') =>
      db().bulk.update({ where: { id: bulkId }, data: { state: is } });
    clock.now = () => new Date(realNow().getTime() + UNDO_MS + 1_000);
    await state(id, 'RUNNING');
    await forgetChanges();
    expect(await kept()).toBe(1);
    await state(id, 'FINISHED');
    await state(undo.id, 'RUNNING');
    await forgetChanges();
    expect(await kept()).toBe(1);
    await state(undo.id, 'FINISHED');
    await forgetChanges();
    expect(await kept()).toBe(0);
  });
});
