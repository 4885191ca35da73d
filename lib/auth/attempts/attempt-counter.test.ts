import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ATTEMPT_WINDOW_SECONDS, AttemptCounter } from './attempt-counter';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a key is locked until a quarter of an hour after its first attempt, to the second', async () => {
  const counter = new AttemptCounter(2);
  expect(await counter.take('a')).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect([await counter.take('a'), await counter.take('a'), await counter.take('a')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await counter.look('a')).toEqual({ taken: 4, lockedMs: (ATTEMPT_WINDOW_SECONDS - 60) * 1000 });
  vi.advanceTimersByTime((ATTEMPT_WINDOW_SECONDS - 60) * 1000);
  expect(await counter.take('a')).toBe(true);
});

test('what is given back is there again, and a key that is no more gets nothing', async () => {
  const counter = new AttemptCounter(1);
  await counter.take('a');
  await counter.giveBack('a', 1);
  expect([await counter.take('a'), await counter.take('a')]).toEqual([true, false]);
  await counter.forget('a');
  await counter.giveBack('a', 5);
  expect([await counter.take('a'), await counter.take('a')]).toEqual([true, false]);
});

test('made-up keys push out the oldest and do not fill the memory', async () => {
  const counter = new AttemptCounter(1, { maxKeys: 100 });
  await counter.take('oldest');
  await counter.take('oldest');
  for (let n = 0; n < 100; n += 1) await counter.take(`made-up-${n}`);
  expect((await counter.look('oldest')).taken).toBe(0);
  expect((await counter.look('made-up-99')).taken).toBe(1);
  expect(vi.getTimerCount()).toBe(100);
});

test('a key that has used what it may is not locked before it tries once more', async () => {
  const counter = new AttemptCounter(2, { windowSeconds: 60 });
  expect(await counter.look('a')).toEqual({ taken: 0, lockedMs: 0 });
  await counter.take('a');
  await counter.take('a');
  expect(await counter.look('a')).toEqual({ taken: 2, lockedMs: 0 });
  await counter.take('a');
  expect(await counter.look('a')).toEqual({ taken: 3, lockedMs: 60_000 });
  vi.advanceTimersByTime(60_000);
  expect(await counter.look('a')).toEqual({ taken: 0, lockedMs: 0 });
});
