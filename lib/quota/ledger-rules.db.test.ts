import { beforeEach, describe, expect, test } from 'vitest';
import { db, type Tx } from '@/lib/db/client';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';
import { useDatabase } from '@/lib/testing/database';
import { insertApp, quotaState } from '@/lib/testing/factories';
import {
  confirm,
  isLimited,
  lockApp,
  markUncertain,
  noRoom,
  noteNumUsed,
  release,
  reserve,
  type LockedApp,
} from './ledger';

useDatabase();

let miniProgramId: string;

beforeEach(async () => {
  miniProgramId = (await insertApp()).id;
});

/** Does something to the ledger under the Mini Program's lock, as every use of it does. */
const locked = <T>(work: (tx: Tx, app: LockedApp) => Promise<T>): Promise<T> =>
  db().$transaction(async (tx) => work(tx, await lockApp(tx, miniProgramId)));

const reserveAll = (...wanted: string[]) => locked((tx, app) => reserve(tx, app, wanted));
const settings = (data: { quotaBaseline?: number; quotaFloor?: number }) =>
  db().miniProgram.update({ where: { id: miniProgramId }, data });
const entry = (fingerprint: string) =>
  db().quotaEntry.findUnique({ where: { miniProgramId_fingerprint: { miniProgramId, fingerprint } } });
const give = (fingerprint: string, provesNotMade: boolean) =>
  locked((tx) => release(tx, { miniProgramId, fingerprint }, provesNotMade));
const doubt = (fingerprint: string) => locked((tx) => markUncertain(tx, { miniProgramId, fingerprint }));

test('endpoints A and C are limited, B is not', () => {
  const limited = (['getwxacode', 'getwxacodeunlimit', 'createwxaqrcode'] as const).map(isLimited);
  expect(limited).toEqual([true, false, true]);
});

test('a Mini Program that is not there is not found', async () => {
  await expect(db().$transaction((tx) => lockApp(tx, 'gone'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('a reservation', () => {
  test('costs once, and says where the count then stands', async () => {
    await settings({ quotaBaseline: 10 });
    expect([...(await reserveAll('a', 'b'))]).toEqual([
      ['a', { cost: 1, countAfter: 11 }],
      ['b', { cost: 1, countAfter: 12 }],
    ]);
    expect([...(await reserveAll('b', 'c'))]).toEqual([
      ['b', { cost: 0, countAfter: 12 }],
      ['c', { cost: 1, countAfter: 13 }],
    ]);
    expect(await quotaState(miniProgramId)).toEqual({ used: 3, entries: 3 });
    expect(await entry('a')).toMatchObject({ state: 'RESERVED', uncertain: false });
  });

  test('is made for the first ones that there is room for; those that were counted need none', async () => {
    await reserveAll('a');
    await settings({ quotaBaseline: LIMITED_CODES_MAX - 5, quotaFloor: 2 });
    expect([...(await reserveAll('b', 'a', 'c', 'd', 'e')).keys()]).toEqual(['b', 'a', 'c']);
    expect([...(await reserveAll('a', 'd')).keys()]).toEqual(['a']);
    await settings({ quotaFloor: 1 });
    expect([...(await reserveAll('d')).keys()]).toEqual(['d']);
    expect(await quotaState(miniProgramId)).toEqual({ used: 4, entries: 4 });
  });

  test('of another Mini Program is none of this one', async () => {
    await reserveAll('a');
    const first = miniProgramId;
    miniProgramId = (await insertApp()).id;
    await settings({ quotaBaseline: LIMITED_CODES_MAX });
    expect((await reserveAll('a')).size).toBe(0);
    expect(await give('a', true)).toBe(false);
    expect(await quotaState(first)).toEqual({ used: 1, entries: 1 });
  });
});

describe('where there is no room', () => {
  test('the refusal says that all is used, or what is kept free', () => {
    const app = { id: 'x', used: LIMITED_CODES_MAX, floor: 0 };
    const values = { used: LIMITED_CODES_MAX, limit: LIMITED_CODES_MAX };
    expect(noRoom(app)).toMatchObject({ code: 'QUOTA_EXHAUSTED', values });
    expect(noRoom({ ...app, used: LIMITED_CODES_MAX - 1, floor: 1 })).toMatchObject({
      code: 'QUOTA_FLOOR',
      values: { used: LIMITED_CODES_MAX - 1, limit: LIMITED_CODES_MAX, left: 1, floor: 1 },
    });
  });
});

describe('a refusal of WeChat', () => {
  test('gives a reservation back, once', async () => {
    await reserveAll('a', 'b');
    expect(await give('a', false)).toBe(true);
    expect(await give('a', true)).toBe(false);
    expect(await quotaState(miniProgramId)).toEqual({ used: 1, entries: 1 });
  });

  test('that proves nothing leaves one that was once not answered; one that proves it was not made does not', async () => {
    await reserveAll('a');
    await doubt('a');
    expect(await give('a', false)).toBe(false);
    expect(await quotaState(miniProgramId)).toEqual({ used: 1, entries: 1 });
    expect(await give('a', true)).toBe(true);
    expect(await quotaState(miniProgramId)).toEqual({ used: 0, entries: 0 });
  });

  test('never gives back what WeChat made, and a call without an answer casts no doubt on it', async () => {
    await reserveAll('a');
    await doubt('a');
    expect((await locked((tx, app) => confirm(tx, app, ['a']))).size).toBe(0);
    expect(await entry('a')).toMatchObject({ state: 'CONFIRMED', uncertain: false });
    await doubt('a');
    expect(await entry('a')).toMatchObject({ uncertain: false });
    expect(await give('a', true)).toBe(false);
    expect(await quotaState(miniProgramId)).toEqual({ used: 1, entries: 1 });
  });
});

test('what WeChat made is counted although its reservation is gone, past the limit too', async () => {
  await reserveAll('a');
  await settings({ quotaBaseline: LIMITED_CODES_MAX });
  const charges = await locked((tx, app) => confirm(tx, app, ['a', 'b']));
  expect([...charges]).toEqual([['b', { cost: 1, countAfter: LIMITED_CODES_MAX + 2 }]]);
  expect(await entry('b')).toMatchObject({ state: 'CONFIRMED' });
  expect(await quotaState(miniProgramId)).toEqual({ used: 2, entries: 2 });
});

test('WeChat’s own count is kept beside ours of that moment', async () => {
  await settings({ quotaBaseline: 10 });
  await reserveAll('a');
  const before = new Date();
  await locked((tx) => noteNumUsed(tx, miniProgramId, 40));
  const app = await db().miniProgram.findUniqueOrThrow({ where: { id: miniProgramId } });
  expect(app).toMatchObject({ numUsed: 40, countAtNumUsed: 11 });
  expect(Number(app.numUsedAt)).toBeGreaterThanOrEqual(Number(before));
});
