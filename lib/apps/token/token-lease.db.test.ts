import { afterEach, beforeEach, expect, test } from 'vitest';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { keepToken, tokenSource } from './access-token';

useDatabase();

const { now, sleep } = clock;
let app: string;
let fetched: number;

beforeEach(async () => {
  app = (await insertApp()).id;
  fetched = 0;
});

afterEach(() => {
  Object.assign(clock, { now, sleep });
});

const token = (accessToken: string) => ({ kind: 'token' as const, accessToken, expiresInSeconds: 7200 });
const fetchOwn = async () => {
  fetched += 1;
  return token('own');
};
const row = () => db().accessToken.findUniqueOrThrow({ where: { miniProgramId: app } });

/** Another process is asking WeChat for so long. */
const heldFor = (ms: number) =>
  db().accessToken.create({
    data: { miniProgramId: app, refreshingUntil: new Date(now().getTime() + ms) },
  });

test('a lease that another process holds is not taken: its token is waited for', async () => {
  await heldFor(15_000);
  let waits = 0;
  clock.sleep = async () => {
    waits += 1;
    if (waits === 3) await keepToken(app, token('theirs'), now());
  };
  expect(await tokenSource(app, fetchOwn).get()).toBe('theirs');
  expect({ waits, fetched }).toEqual({ waits: 3, fetched: 0 });
});

test('a lease that ran out is taken, and ends with the fetch', async () => {
  await heldFor(15_000);
  clock.sleep = async () => {
    clock.now = () => new Date(now().getTime() + 15_001);
  };
  expect(await tokenSource(app, fetchOwn).get()).toBe('own');
  expect(fetched).toBe(1);
  expect(await row()).toMatchObject({ refreshingUntil: null });
});

test('who waited for others longer than a lease gives up and says so', async () => {
  let moment = now().getTime();
  clock.now = () => new Date(moment);
  await heldFor(60_000);
  clock.sleep = async () => {
    moment += 5_000;
  };
  await expect(tokenSource(app, fetchOwn).get()).rejects.toMatchObject({
    name: 'TokenUnavailableError',
    outcome: { kind: 'uncertain', reason: 'timeout' },
  });
  expect(fetched).toBe(0);
});

test('a process that outslept its lease overwrites nothing with what it brings', async () => {
  const slow = tokenSource(app, async () => {
    const theirs = new Date(now().getTime() + 30_000);
    await db().accessToken.update({ where: { miniProgramId: app }, data: { refreshingUntil: theirs } });
    await keepToken(app, token('newer'), now());
    return token('older');
  });
  expect(await slow.get()).toBe('newer');
  expect((await row()).refreshingUntil).not.toBeNull();
});
