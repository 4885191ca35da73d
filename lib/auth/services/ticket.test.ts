import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dropTicket, giveTicket, readTicket } from './ticket';

const jar = vi.hoisted(() => {
  const kept = new Map<string, { name: string; value: string }>();
  return kept;
});
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (cookie: { name: string; value: string }) => jar.set(cookie.name, cookie),
  }),
}));

beforeEach(() => {
  jar.clear();
  vi.useFakeTimers({ now: new Date('2026-11-26T08:00:00Z'), toFake: ['Date'] });
});
afterEach(() => void vi.useRealTimers());

const content = { id: 'u1', service: '企业微信' };
const MINUTE_MS = 60_000;
/** next-auth allows clocks to differ by so much. */
const LEEWAY_MS = 15_000;

describe('a ticket', () => {
  test.each([
    [true, '__Host-suncode-ticket-code'],
    [false, 'suncode-ticket-code'],
  ])('is of this site alone and no matter of scripts (https: %s)', async (isHttps, name) => {
    await giveTicket('code', content, isHttps);
    const lasts = { maxAge: 600, httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps };
    expect([...jar.values()]).toEqual([{ name, value: expect.any(String), ...lasts }]);
    expect(jar.get(name)?.value).not.toContain('u1');
    expect(await readTicket('code', isHttps)).toEqual(content);
    expect(await readTicket('code', !isHttps)).toBeNull();
    await dropTicket('code', isHttps);
    expect(jar.get(name)).toEqual({ name, value: '', maxAge: 0, path: '/', secure: isHttps });
    expect(await readTicket('code', isHttps)).toBeNull();
  });

  test('is good for one thing, and not for another under whose name it is put', async () => {
    await giveTicket('code', content, false);
    expect(await readTicket('connect', false)).toBeNull();
    const value = jar.get('suncode-ticket-code')?.value ?? '';
    jar.set('suncode-ticket-connect', { name: 'suncode-ticket-connect', value });
    expect(await readTicket('connect', false)).toBeNull();
    await giveTicket('connect', content, false);
    expect(await readTicket('connect', false)).toEqual(content);
  });

  test('is good for ten minutes', async () => {
    await giveTicket('code', content, false);
    vi.advanceTimersByTime(10 * MINUTE_MS - 1000);
    expect(await readTicket('code', false)).toEqual(content);
    vi.advanceTimersByTime(1000 + LEEWAY_MS + 1000);
    expect(await readTicket('code', false)).toBeNull();
  });

  test('that somebody made up is none, nor is one that says too little', async () => {
    jar.set('suncode-ticket-code', { name: 'suncode-ticket-code', value: 'made up' });
    expect(await readTicket('code', false)).toBeNull();
    await giveTicket('code', { ...content, service: JSON.parse('7') }, false);
    expect(await readTicket('code', false)).toBeNull();
  });
});
