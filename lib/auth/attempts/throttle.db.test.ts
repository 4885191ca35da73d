import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { giveBack, sweepAttempts, takeAttempt } from './attempts';
import {
  countCode,
  countPasskeyAttempt,
  countPasswordCheck,
  countResetRequest,
  countServiceStep,
  countSignInAttempt,
} from './throttle';

useDatabase();

const QUARTER_SECONDS = 15 * 60;

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 26, 8, 0, 30), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

type Who = { email?: string; address?: string; device?: string | null };
let email: string;
beforeEach(() => {
  email = `${randomUUID()}@suncode.test`;
});

let hosts = 0;
const newAddress = () => `198.51.${Math.floor((hosts += 1) / 200)}.${hosts % 200}`;
const attempt = ({ address = newAddress(), device = null, ...who }: Who = {}) =>
  countSignInAttempt({ email, address, device, ...who });
const locked = { code: 'TOO_MANY_ATTEMPTS' };

/** How many attempts go through before one is refused. */
async function allowed(make: () => Promise<unknown>, most = 200): Promise<number> {
  for (let count = 0; count < most; count += 1) {
    const refused = await make().then(
      () => false,
      () => true,
    );
    if (refused) return count;
  }
  return most;
}

describe('attempts to sign in', () => {
  test('are five from one address, thirty from anywhere, a hundred of one address, ten of a known browser', async () => {
    const address = newAddress();
    expect(await allowed(() => attempt({ address }))).toBe(5);
    const other = `${randomUUID()}@suncode.test`;
    expect(await allowed(() => attempt({ email: other }))).toBe(30);
    const one = newAddress();
    expect(await allowed(() => attempt({ email: randomUUID(), address: one }))).toBe(100);
    expect(await allowed(() => attempt({ device: `d-${email}` }))).toBe(10);
    expect(await allowed(() => countPasswordCheck(email))).toBe(5);
  });

  test('are counted for a network of IPv6, and for one address of IPv4', async () => {
    expect(await allowed(() => attempt({ address: '2001:db8:aaaa:1::1' }))).toBe(5);
    await expect(attempt({ address: '2001:db8:aaaa:1:ffff::2' })).rejects.toMatchObject(locked);
    await attempt({ address: '2001:db8:aaaa:2::1' });
    expect(await allowed(() => attempt({ address: '203.0.113.1' }))).toBe(5);
    await attempt({ address: '203.0.113.2' });
  });

  test('are refused with the time of the end: whole minutes, rounded up', async () => {
    const address = newAddress();
    await allowed(() => attempt({ address }));
    await expect(attempt({ address })).rejects.toMatchObject({
      ...locked,
      values: { minutes: 15, seconds: QUARTER_SECONDS, until: '08:16' },
    });
    vi.advanceTimersByTime(14 * 60_000 + 59_500);
    await expect(attempt({ address })).rejects.toMatchObject({
      values: { minutes: 1, seconds: 1, until: '08:16' },
    });
    vi.advanceTimersByTime(500);
    await attempt({ address });
  });

  test('that came to success are forgotten, and leave those of strangers where they were', async () => {
    const address = newAddress();
    for (let n = 0; n < 28; n += 1) await attempt();
    await attempt({ address });
    await (await attempt({ address })).succeed();
    // Two of thirty are left: the two of this person were given back.
    expect(await allowed(() => attempt({ address }))).toBe(2);
  });

  test('that were not looked at do not count, by any limit', async () => {
    const address = newAddress();
    for (let n = 0; n < 40; n += 1) await (await attempt({ address })).undo();
    expect(await allowed(() => attempt({ address }))).toBe(5);
    const device = randomUUID();
    for (let n = 0; n < 40; n += 1) await (await attempt({ device })).undo();
    expect(await allowed(() => attempt({ device }))).toBe(10);
    for (let n = 0; n < 12; n += 1) await (await countPasswordCheck(email)).succeed();
    expect(await allowed(() => countPasswordCheck(email))).toBe(5);
  });
});

describe('the counts of all processes', () => {
  test('let no more through when all try at once', async () => {
    const address = newAddress();
    const tries = await Promise.allSettled(Array.from({ length: 40 }, () => attempt({ address })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  test('hold no row of made-up accounts once their address is locked', async () => {
    const address = newAddress();
    await allowed(() => attempt({ email: randomUUID(), address }));
    const before = await db().attempt.count();
    for (let n = 0; n < 20; n += 1)
      await expect(attempt({ email: randomUUID(), address })).rejects.toMatchObject(locked);
    expect(await db().attempt.count()).toBe(before);
  });

  test('tell nobody whose account or address was tried, and are gone when their time is over', async () => {
    await attempt({ address: '203.0.113.77' });
    const rows = JSON.stringify(await db().attempt.findMany());
    expect(rows).not.toContain(email);
    expect(rows).not.toContain('203.0.113.77');
    // Another test has turned the clock on by one of them.
    vi.advanceTimersByTime(2 * QUARTER_SECONDS * 1000);
    await sweepAttempts();
    expect(await db().attempt.count()).toBe(0);
  });
});

describe('codes of the second step', () => {
  const code = (who: { device?: string | null; address?: string } = {}) =>
    countCode({ userId: email, address: newAddress(), device: null, ...who });
  const quarterLater = () => vi.advanceTimersByTime(QUARTER_SECONDS * 1000);

  test('are five of a browser or a network within a quarter of an hour, and twenty of it within a day', async () => {
    const device = randomUUID();
    for (let quarter = 0; quarter < 4; quarter += 1) {
      expect(await allowed(() => code({ device }))).toBe(5);
      quarterLater();
    }
    // The day began at 08:00:30, an hour ago.
    await expect(code({ device })).rejects.toMatchObject({
      ...{ code: 'TOO_MANY_CODES', values: { minutes: 23 * 60, until: '2026-11-27 08:01' } },
    });
    const address = newAddress();
    expect(await allowed(() => code({ address }))).toBe(5);
    await expect(code({ address })).rejects.toMatchObject({ values: { minutes: 15, until: '09:16' } });
  });

  test('are twenty of all strangers within a day, who do not keep out a browser that is known', async () => {
    for (let network = 0; network < 4; network += 1) {
      const address = newAddress();
      expect(await allowed(() => code({ address }))).toBe(5);
    }
    await expect(code()).rejects.toMatchObject({ code: 'TOO_MANY_CODES' });
    await (await code({ device: randomUUID() })).succeed();
    // Of half a day the hour alone would not say which day is meant.
    vi.advanceTimersByTime(12 * 60 * 60 * 1000);
    await expect(code()).rejects.toMatchObject({ values: { minutes: 12 * 60, until: '2026-11-27 08:01' } });
    vi.advanceTimersByTime(60 * 60 * 1000);
    await expect(code()).rejects.toMatchObject({ values: { minutes: 11 * 60, until: '08:01' } });
  });

  test('that came to success give back what they took of the day', async () => {
    const device = randomUUID();
    for (let n = 0; n < 30; n += 1) await (await code({ device })).succeed();
    expect(await allowed(() => code({ device }))).toBe(5);
  });
});

describe('what else is counted', () => {
  test('passkeys: thirty of a network', async () => {
    const subscriber = '2001:db8:bbbb:1';
    expect(await allowed(() => countPasskeyAttempt(`${subscriber}::1`))).toBe(30);
    await expect(countPasskeyAttempt(`${subscriber}::2`)).rejects.toMatchObject(locked);
    await countPasskeyAttempt('2001:db8:bbbb:2::1');
  });

  test('letters: three to one address, of which whoever asks is told nothing, and twenty for one network', async () => {
    const address = newAddress();
    const ask = (to = email, from = newAddress()) => countResetRequest({ email: to, address: from });
    for (let n = 0; n < 3; n += 1) expect(await ask()).toBe(true);
    expect(await ask()).toBe(false);
    for (let n = 0; n < 20; n += 1) expect(await ask(randomUUID(), address)).toBe(true);
    await expect(ask(randomUUID(), address)).rejects.toMatchObject(locked);
  });

  test('ways to a service: six hundred of a network', async () => {
    const address = newAddress();
    await db().attempt.deleteMany();
    expect(await countServiceStep(address)).toBe(true);
    await db().attempt.updateMany({ data: { count: 599 } });
    expect(await countServiceStep(address)).toBe(true);
    expect(await countServiceStep(address)).toBe(false);
  });
});

describe('a limit', () => {
  const limit = (name: string, seconds: number) => ({ name, points: 1, seconds, key: email });

  test('that lasts longest says when it goes on', async () => {
    const [short, long] = [limit('short', 60), limit('long', 3600)];
    expect(await takeAttempt([short, long])).toBeNull();
    expect(await takeAttempt([short, long])).toBe(3_600_000);
    expect(await takeAttempt([long, short])).toBe(3_600_000);
    vi.advanceTimersByTime(60_000);
    expect(await takeAttempt([short, long])).toBe(3_540_000);
    expect(await takeAttempt([short])).toBeNull();
    expect(await takeAttempt([short])).toBe(60_000);
  });

  test('is not raised by giving back more than was taken', async () => {
    const one = limit('one', 60);
    await takeAttempt([one]);
    await giveBack(one, 5);
    expect([await takeAttempt([one]), await takeAttempt([one])]).toEqual([null, 60_000]);
  });

  test('is forgotten when its time is over, and no moment before', async () => {
    await db().attempt.deleteMany();
    await takeAttempt([limit('short', 60), limit('long', 3600)]);
    vi.advanceTimersByTime(59_999);
    await sweepAttempts();
    expect(await db().attempt.count()).toBe(2);
    vi.advanceTimersByTime(1);
    await sweepAttempts();
    expect(await db().attempt.count()).toBe(1);
  });
});
