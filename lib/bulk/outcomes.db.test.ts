import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { currentHolds } from '@/lib/apps/calls/call-budget';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertActor, insertApp } from '@/lib/testing/factories';
import { refusal, useWeChat } from '@/lib/testing/stand-ins/wechat-stand-in';
import { allThatMatch, insertCodes, readCodes } from './bulk.fixture';
import { UNDO_MS } from './kinds';
import { getBulk } from './queries';
import { callOn } from './calls';
import { listenToBulks } from './signals';
import { startBulk, undoBulk } from './start';
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
