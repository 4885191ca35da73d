import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock } from '@/lib/clock';
import type { MiniProgram } from '@/lib/db/generated/client';
import { useDatabase } from '@/lib/testing/database';
import { insertApp } from '@/lib/testing/factories';
import { currentHolds, endHolds, holdBatches, takeBatchCalls, takeCall } from './call-budget';

useDatabase();

let app: MiniProgram;
let nowMs: number;
const real = { ...clock };
const processes: typeof globalThis & { suncodeCallBudgets?: unknown } = globalThis;

beforeEach(async () => {
  app = await insertApp();
  nowMs = Date.UTC(2030, 0, 1);
  clock.now = () => new Date(nowMs);
  clock.sleep = async (ms) => {
    nowMs += ms;
  };
});

afterEach(() => Object.assign(clock, real));

/** What another process, or this one after a restart, knows: nothing but the database. */
const forget = () => {
  processes.suncodeCallBudgets = undefined;
};

async function takeAll(perMinute = 4_800): Promise<number> {
  let taken = 0;
  for (;;) {
    const { granted } = await takeBatchCalls(app.id, 100, perMinute);
    if (granted === 0) return taken;
    taken += granted;
  }
}

async function takeFor(ms: number, perMinute = 4_800): Promise<number> {
  let taken = 0;
  for (const endsAt = nowMs + ms; nowMs <= endsAt; nowMs += 500) taken += await takeAll(perMinute);
  return taken;
}

describe('the budget of calls', () => {
  test('gives batches at least 96 % of what they may make in a minute, and not one call more', async () => {
    const taken = await takeFor(60_000);
    expect(taken).toBeLessThanOrEqual(4_800);
    expect(taken).toBeGreaterThanOrEqual(4_800 * 0.96);
  });

  test('is not given anew to a process that starts again', async () => {
    let taken = 0;
    for (let start = 0; start < 12; start += 1) {
      taken += await takeFor(4_500);
      forget();
    }
    expect(nowMs - Date.UTC(2030, 0, 1)).toBeLessThanOrEqual(60_000);
    expect(taken).toBeLessThanOrEqual(4_800);
  });

  test('is shared by processes that take from it at the same time', async () => {
    await takeCall(app.id);
    const first = processes.suncodeCallBudgets;
    forget();
    await takeCall(app.id);
    const second = processes.suncodeCallBudgets;
    let taken = 0;
    for (const known of [first, second, first, second]) {
      processes.suncodeCallBudgets = known;
      taken += await takeAll();
    }
    expect(taken).toBeLessThanOrEqual(79);
  });

  test('lets a code made by hand go while batches have taken all', async () => {
    const sleep = vi.spyOn(clock, 'sleep');
    await takeAll(5_000);
    for (let call = 0; call < 20; call += 1) await takeCall(app.id);
    expect(sleep).not.toHaveBeenCalled();
  });

  test('makes even codes made by hand wait when thousands come at once', async () => {
    const startedAt = nowMs;
    for (let call = 0; call < 300; call += 1) await takeCall(app.id);
    expect(nowMs - startedAt).toBeGreaterThan(1_000);
    expect(nowMs - startedAt).toBeLessThan(4_000);
  });
});

describe('"too many calls"', () => {
  const hold = () => holdBatches(app.id, 'callLimit', clock.now());

  test('holds batches for five seconds, then lets one call try, and longer each time in a row', async () => {
    const lengths: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const startedAt = nowMs;
      await hold();
      const { granted, heldUntil } = await takeBatchCalls(app.id, 100, 4_800);
      expect(granted).toBe(0);
      nowMs = heldUntil?.getTime() ?? 0;
      lengths.push(nowMs - startedAt);
      expect(await takeBatchCalls(app.id, 100, 4_800)).toMatchObject({ granted: 1, probing: true });
      nowMs += 100;
    }
    expect(lengths).toEqual([5_000, 10_000, 20_000, 40_000]);
  });

  test('counts once, however many calls under way are refused, also for other processes', async () => {
    const sentAt = clock.now();
    await hold();
    forget();
    nowMs += 200;
    for (let call = 0; call < 50; call += 1) await holdBatches(app.id, 'callLimit', sentAt);
    const holds = await currentHolds([app.id]);
    expect(holds.get(app.id)).toMatchObject({ key: 'callLimit' });
    expect(holds.get(app.id)?.until.getTime()).toBe(Date.UTC(2030, 0, 1) + 5_000);
  });

  test('is over with the first success after it, and leaves a slower pace that recovers', async () => {
    await takeFor(2_000);
    await hold();
    await endHolds(app.id, clock.now());
    expect((await takeBatchCalls(app.id, 1, 4_800)).heldUntil).not.toBeNull();
    nowMs += 5_000;
    await endHolds(app.id, clock.now());
    expect(await takeBatchCalls(app.id, 10, 4_800)).toMatchObject({ granted: 10, probing: false });
    nowMs += 10_000;
    const slow = await takeFor(60_000);
    expect(slow).toBeLessThan(4_800 * 0.9);
    nowMs += 10 * 60_000;
    expect(await takeFor(60_000)).toBeGreaterThanOrEqual(4_800 * 0.96);
  });

  test('is over when it lasts longer than it was made for: the clock was set back', async () => {
    await hold();
    nowMs -= 60 * 60_000;
    expect(await currentHolds([app.id])).toEqual(new Map());
    forget();
    expect(await takeBatchCalls(app.id, 10, 4_800)).toMatchObject({ granted: 1, heldUntil: null });
  });

  test('for what is out of order is half a minute at most', async () => {
    for (let round = 0; round < 8; round += 1) {
      await holdBatches(app.id, 'storage', clock.now());
      nowMs += 30_000;
    }
    await holdBatches(app.id, 'storage', clock.now());
    expect((await currentHolds([app.id])).get(app.id)?.until.getTime()).toBe(nowMs + 30_000);
  });

  test('does not hold codes made by hand', async () => {
    await hold();
    const startedAt = nowMs;
    await takeCall(app.id);
    expect(nowMs).toBe(startedAt);
  });
});
