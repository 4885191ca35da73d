import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grantBatch, grantHand, type Pace } from './call-pace';

const WINDOW_MS = 60_000;

type Step = { waitMs: number; kind: 'hand' | 'batch'; want: number };

const step: fc.Arbitrary<Step> = fc.record({
  waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 70_000 })),
  kind: fc.constantFrom('hand', 'batch'),
  want: fc.integer({ min: 1, max: 6_000 }),
});

type Call = { atMs: number; kind: Step['kind'] };

/** Greedy clients: each step asks again and again until nothing more is let out. */
function play(steps: Step[], perMinute: number): Call[] {
  let pace: Pace = { paidUntilMs: 0, batchPaidUntilMs: 0 };
  let nowMs = 1_700_000_000_000;
  const calls: Call[] = [];
  for (const { waitMs, kind, want } of steps) {
    nowMs += waitMs;
    for (let left = want; left > 0;) {
      const grant =
        kind === 'hand' ? grantHand(pace, nowMs) : grantBatch(pace, { nowMs, want: left, perMinute });
      pace = grant.pace;
      if (grant.granted === 0) break;
      left -= grant.granted;
      for (let call = 0; call < grant.granted; call += 1) calls.push({ atMs: nowMs, kind });
    }
  }
  return calls;
}

/** The most calls that any window of 60 s holds, both ends included. */
function peak(calls: Call[]): number {
  let most = 0;
  let start = 0;
  calls.forEach(({ atMs }, end) => {
    while (atMs - (calls[start]?.atMs ?? 0) > WINDOW_MS) start += 1;
    most = Math.max(most, end - start + 1);
  });
  return most;
}

const ofBatches = (calls: Call[]) => calls.filter(({ kind }) => kind === 'batch');

describe('any window of 60 seconds', () => {
  test('holds no more calls of batches than they may make, and never 5,000 of all', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 400 }),
        fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.constant(4_800)),
        (steps, perMinute) => {
          const calls = play(steps, perMinute);
          expect(peak(ofBatches(calls))).toBeLessThanOrEqual(perMinute);
          expect(peak(calls)).toBeLessThanOrEqual(4_950);
        },
      ),
    );
  });

  test('holds as many also when everybody asks all the time, codes made by hand beside batches', () => {
    const greedy = Array.from({ length: 4_000 }, (_, index): Step[] => [
      { waitMs: 50, kind: 'batch', want: 500 },
      { waitMs: 0, kind: 'hand', want: index % 7 === 0 ? 500 : 1 },
    ]).flat();
    expect(peak(play(greedy, 4_800))).toBeLessThanOrEqual(4_950);
    expect(peak(play(greedy, 5_000))).toBeLessThanOrEqual(4_950);
  });
});

describe('throughput', () => {
  test.each([60, 600, 4_800, 5_000])(
    'of a batch that may make %i a minute reaches 96 %% of it',
    (perMinute) => {
      const steps = Array.from({ length: 6_000 }, (): Step => ({ waitMs: 100, kind: 'batch', want: 30 }));
      expect(play(steps, perMinute).length).toBeGreaterThanOrEqual(10 * perMinute * 0.96);
    },
  );

  test('survives pauses of the process of almost a second', () => {
    const steps = Array.from({ length: 600 }, (): Step => ({ waitMs: 950, kind: 'batch', want: 500 }));
    expect(play(steps, 4_800).length).toBeGreaterThanOrEqual(600 * 0.95 * 80 * 0.96);
  });
});

describe('a code made by hand', () => {
  test('goes at once while batches take all that they get', () => {
    let pace: Pace = { paidUntilMs: 0, batchPaidUntilMs: 0 };
    for (let nowMs = 0; nowMs < 120_000; nowMs += 10) {
      pace = grantBatch(pace, { nowMs, want: 1_000, perMinute: 5_000 }).pace;
      if (nowMs % 500 !== 0) continue;
      const grant = grantHand(pace, nowMs);
      expect(grant.granted).toBe(1);
      pace = grant.pace;
    }
  });

  test('is told how long to wait when even its share is used up, and then goes', () => {
    let grant = grantHand({ paidUntilMs: 0, batchPaidUntilMs: 0 }, 1_000);
    while (grant.granted > 0) grant = grantHand(grant.pace, 1_000);
    expect(grant.waitMs).toBeGreaterThan(0);
    expect(grantHand(grant.pace, 1_000 + grant.waitMs).granted).toBe(1);
  });
});

test('a clock that is set back an hour holds nothing up', () => {
  const nowMs = 1_700_000_000_000;
  const { pace } = grantBatch(
    { paidUntilMs: 0, batchPaidUntilMs: 0 },
    { nowMs, want: 100, perMinute: 4_800 },
  );
  const earlier = nowMs - 60 * WINDOW_MS;
  const grant = grantBatch(pace, { nowMs: earlier, want: 10, perMinute: 4_800 });
  expect(grant.granted).toBe(10);
  expect(grantHand(grant.pace, earlier).granted).toBe(1);
});
