import { describe, expect, test } from 'vitest';
import { nextTurn, problemOf } from './turns';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);
const daily = { everyDays: 1, lastGoodAt: null, lastFailedAt: null };

describe('the next turn', () => {
  test('there is none without a rule', () => {
    expect(nextTurn({ ...daily, everyDays: 0, lastGoodAt: at(1, 3) })).toBeNull();
  });

  test('the first one is made at once', () => {
    expect(nextTurn(daily)).toEqual(new Date(0));
  });

  test.each([
    ['in the night', at(2, 3, 5), 1, at(3, 3)],
    ['by hand in the day', at(2, 15), 1, at(3, 3)],
    ['by hand just before', at(2, 2, 59), 1, at(2, 3)],
    ['once a week', at(2, 3, 5), 7, at(9, 3)],
    ['at the end of a month', at(30, 3, 5), 1, new Date(2026, 11, 1, 3)],
  ])('after one %s', (...[, lastGoodAt, everyDays, turn]) => {
    expect(nextTurn({ ...daily, everyDays, lastGoodAt })).toEqual(turn);
  });

  test('what failed is tried again an hour later, and not sooner', () => {
    const lastGoodAt = at(2, 3);
    expect(nextTurn({ ...daily, lastGoodAt, lastFailedAt: at(3, 3) })).toEqual(at(3, 4));
    // One by hand that failed at noon takes nothing from the night.
    expect(nextTurn({ ...daily, lastGoodAt, lastFailedAt: at(2, 12) })).toEqual(at(3, 3));
    expect(nextTurn({ ...daily, lastGoodAt: at(3, 5), lastFailedAt: at(3, 3) })).toEqual(at(4, 3));
  });
});

describe('what is wrong', () => {
  test('late is who is half a day over the rule', () => {
    const known = { ...daily, lastGoodAt: at(2, 3) };
    expect(problemOf(known, at(3, 14))).toBeNull();
    expect(problemOf(known, at(3, 16))).toBe('late');
    expect(problemOf({ ...known, everyDays: 7 }, at(3, 16))).toBeNull();
    expect(problemOf({ ...known, everyDays: 0 }, at(30, 16))).toBeNull();
  });

  test('a failure counts until there is a good one after it', () => {
    expect(problemOf({ ...daily, everyDays: 0, lastFailedAt: at(2, 3) }, at(2, 4))).toBe('failed');
    expect(problemOf({ ...daily, lastFailedAt: at(2, 3), lastGoodAt: at(2, 4) }, at(2, 5))).toBeNull();
  });
});
