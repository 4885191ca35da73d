import { describe, expect, test } from 'vitest';

import { APP_ID, callCode, createTestSandbox, errcodeOf } from './call.fixture';

describe('the lifetime quota', () => {
  test('counts different codes of getwxacode and createwxaqrcode together, and repeats not at all', async () => {
    const { sandbox } = createTestSandbox();
    const usedBy = async (fields: Record<string, unknown>) => {
      const answer = await callCode(sandbox, 'A', fields);
      return answer.headers.get('num-used');
    };
    expect(await usedBy({ path: 'p' })).toBe('1');
    expect(await usedBy({ width: 430, path: 'p', auto_color: false })).toBe('1');
    expect(await usedBy({ path: 'p', width: 431 })).toBe('2');
    const square = await callCode(sandbox, 'C', { path: 'p' });
    expect(square.headers.get('num-used')).toBeNull();
    expect(await usedBy({ path: 'p' })).toBe('3');
    await callCode(sandbox, 'B', { scene: 'a' });
    expect(sandbox.state(APP_ID)?.quotaUsed).toBe(3);
  });

  test('refuses the code after the last one, and repeats still work', async () => {
    const { sandbox } = createTestSandbox();
    sandbox.configure(APP_ID, { quotaUsed: 99_999 });
    const make = (endpoint: 'A' | 'B' | 'C', path: string) =>
      errcodeOf(callCode(sandbox, endpoint, { path, scene: 'a' }));
    expect(await make('A', 'last')).toBe(0);
    expect(await make('A', 'over')).toBe(45029);
    expect(await make('C', 'over')).toBe(45029);
    expect(await make('A', 'last')).toBe(0);
    expect(await make('B', 'over')).toBe(0);
    expect(sandbox.state(APP_ID)?.quotaUsed).toBe(100_000);
  });

  test('does not count what was refused', async () => {
    const { sandbox } = createTestSandbox();
    await callCode(sandbox, 'A', { path: '' });
    await callCode(sandbox, 'A', { path: 'p', env_version: '' });
    expect(sandbox.state(APP_ID)?.quotaUsed).toBe(0);
  });

  test('is not told when the header is off', async () => {
    const { sandbox } = createTestSandbox();
    sandbox.configure(APP_ID, { numUsed: false });
    expect((await callCode(sandbox, 'A', { path: 'p' })).headers.has('num-used')).toBe(false);
  });
});

describe('the call limits', () => {
  test('are 5,000 a minute and 10,000 a day unless set otherwise', () => {
    const { sandbox } = createTestSandbox();
    expect(sandbox.state(APP_ID)).toMatchObject({ callsPerMinute: 5000, callsPerDay: 10_000 });
  });

  test('hold getwxacodeunlimit for the rest of the minute', async () => {
    const { sandbox, time } = createTestSandbox();
    sandbox.configure(APP_ID, { callsPerMinute: 2 });
    const make = () => errcodeOf(callCode(sandbox, 'B', { scene: 'a' }));
    expect([await make(), await make(), await make()]).toEqual([0, 0, 45009]);
    time.now += 60_000;
    expect(await make()).toBe(0);
  });

  test('hold getwxacode for the rest of the day, createwxaqrcode never', async () => {
    const { sandbox, time } = createTestSandbox();
    sandbox.configure(APP_ID, { callsPerDay: 1 });
    const make = (endpoint: 'A' | 'C') => errcodeOf(callCode(sandbox, endpoint, { path: 'p' }));
    expect([await make('A'), await make('A'), await make('C')]).toEqual([0, 45009, 0]);
    time.now += 24 * 60 * 60_000;
    expect(await make('A')).toBe(0);
  });
});

describe('made faults', () => {
  test('come at the configured rate with the configured code', async () => {
    const { sandbox } = createTestSandbox({ random: () => 0.3 });
    const make = () => errcodeOf(callCode(sandbox, 'B', { scene: 'a' }));
    sandbox.configure(APP_ID, { failureRate: 0.5, failureErrcode: 48001 });
    expect(await make()).toBe(48001);
    sandbox.configure(APP_ID, { failureRate: 0.2 });
    expect(await make()).toBe(0);
  });

  test('may be slowness', async () => {
    const delays: number[] = [];
    const { sandbox } = createTestSandbox({ delay: async (durationMs) => delays.push(durationMs) });
    sandbox.configure(APP_ID, { latencyMs: 250 });
    await callCode(sandbox, 'B', { scene: 'a' });
    expect(delays).toEqual([250, 250]);
  });
});
