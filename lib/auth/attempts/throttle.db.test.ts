import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { useDatabase } from '@/lib/testing/database';
import { sweepAttempts } from './attempts';
import { countPasswordCheck, countSignInAttempt } from './throttle';

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
