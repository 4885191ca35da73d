import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from './forecast';

const now = new Date('2026-11-22T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

describe('the forecast', () => {
  test('goes on at the rate of the last thirty days', () => {
    const { perDay, fullAt } = forecast({ left: 1000, counted: 300, firstAt: daysAgo(400), now });
    expect(perDay).toBe(10);
    expect(fullAt).toEqual(new Date('2027-03-02T08:00:00Z'));
  });

  test('judges a young Mini Program by its own age, and its first days as a week', () => {
    expect(forecast({ left: 1000, counted: 300, firstAt: daysAgo(15), now }).perDay).toBe(20);
    expect(forecast({ left: 1000, counted: 70, firstAt: daysAgo(1), now }).perDay).toBe(10);
  });

  test('sees no end without use, or with so little that it is decades away', () => {
    expect(forecast({ left: 1000, counted: 0, firstAt: null, now })).toEqual({ perDay: 0, fullAt: null });
    expect(forecast({ left: 100_000, counted: 3, firstAt: daysAgo(40), now }).fullAt).toBeNull();
  });

  test('sees twenty years ahead and no day further', () => {
    const use = { counted: 30, firstAt: daysAgo(400), now };
    expect(forecast({ left: 20 * 365, ...use }).fullAt).toEqual(daysAgo(-20 * 365));
    expect(forecast({ left: 20 * 365 + 1, ...use }).fullAt).toBeNull();
  });

  test('is today when nothing is left, and never before', () => {
    expect(forecast({ left: 0, counted: 0, firstAt: null, now }).fullAt).toEqual(now);
    const left = fc.nat(100_000);
    const use = fc.record({ left, counted: fc.nat(100_000), age: fc.nat(1000) });
    fc.assert(
      fc.property(use, ({ age, ...rest }) => {
        const { fullAt } = forecast({ ...rest, firstAt: daysAgo(age), now });
        if (fullAt) expect(fullAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
      }),
    );
  });
});
