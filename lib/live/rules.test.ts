import { describe, expect, test } from 'vitest';
import { outcomesAt, rulesText, type LiveRule } from './rules';

const outcome = (page: string) => ({ page, parameters: {}, isPaused: false, message: '' });

function rule(page: string, given: Partial<LiveRule>): LiveRule {
  const always = { from: '', to: '', weekdays: [], startTime: '', endTime: '', share: null };
  return { ...outcome(page), ...always, ...given };
}

/** Pages with their shares at a moment. */
function pagesAt(rules: LiveRule[], at: string): string {
  const shares = outcomesAt({ ...outcome('base'), rules }, at);
  return shares.map(({ share, outcome: { page } }) => `${page} ${share}`).join(', ');
}

describe('a rule', () => {
  test.each<[string, Partial<LiveRule>, string, boolean]>([
    ['before its first day', { from: '2026-12-01' }, '2026-11-30 23:59', false],
    ['on its first day', { from: '2026-12-01' }, '2026-12-01 00:00', true],
    ['on its last day', { to: '2026-12-24' }, '2026-12-24 23:59', true],
    ['after its last day', { to: '2026-12-24' }, '2026-12-25 00:00', false],
    ['on a Sunday of weekends', { weekdays: [6, 7] }, '2026-11-29 12:00', true],
    ['on a Monday of weekends', { weekdays: [6, 7] }, '2026-11-30 12:00', false],
    ['at its first minute', { startTime: '11:30', endTime: '14:00' }, '2026-11-29 11:30', true],
    ['before its first minute', { startTime: '11:30', endTime: '14:00' }, '2026-11-29 11:29', false],
    ['at its end', { startTime: '11:30', endTime: '14:00' }, '2026-11-29 14:00', false],
    ['from a time on', { startTime: '18:00' }, '2026-11-29 23:59', true],
    ['up to a time', { endTime: '09:00' }, '2026-11-29 00:00', true],
    ['up to a time, at it', { endTime: '09:00' }, '2026-11-29 09:00', false],
    ['over midnight, in the evening', { startTime: '22:00', endTime: '02:00' }, '2026-11-29 22:00', true],
    ['over midnight, in the night', { startTime: '22:00', endTime: '02:00' }, '2026-11-29 01:59', true],
    ['over midnight, by day', { startTime: '22:00', endTime: '02:00' }, '2026-11-29 12:00', false],
    [
      'in the night of a Friday that began on it',
      { weekdays: [5], startTime: '22:00', endTime: '02:00' },
      '2026-11-28 01:00',
      true,
    ],
    [
      'in the night before a Friday',
      { weekdays: [5], startTime: '22:00', endTime: '02:00' },
      '2026-11-27 01:00',
      false,
    ],
    [
      'in the night after its last day',
      { to: '2026-11-28', startTime: '22:00', endTime: '02:00' },
      '2026-11-29 01:00',
      true,
    ],
    [
      'when one of its conditions does not hold',
      { from: '2026-11-01', weekdays: [1] },
      '2026-11-29 12:00',
      false,
    ],
  ])('%s', (...[, given, at, isSo]) => {
    expect(pagesAt([rule('other', given)], at)).toBe(isSo ? 'other 100' : 'base 100');
  });
});

describe('rules together', () => {
  const now = '2026-11-29 12:00';

  test('the first that holds counts', () => {
    const [never, one, other] = [{ from: '2030-01-01' }, { weekdays: [7] }, { startTime: '08:00' }];
    expect(pagesAt([rule('never', never), rule('one', one), rule('other', other)], now)).toBe('one 100');
  });

  test('shares follow each other, and who is left gets the target', () => {
    expect(pagesAt([rule('a', { share: 20 }), rule('b', { share: 30 })], now)).toBe('a 20, b 30, base 50');
  });

  test('shares of more than all are cut, and a rule without one takes what is left', () => {
    expect(pagesAt([rule('a', { share: 70 }), rule('b', { share: 70 })], now)).toBe('a 70, b 30');
    expect(pagesAt([rule('a', { share: 70 }), rule('b', { weekdays: [7] })], now)).toBe('a 70, b 30');
  });

  test('a pause is one for everybody', () => {
    const paused = { ...outcome('base'), isPaused: true, message: '明天见' };
    const outcomes = outcomesAt({ ...paused, rules: [rule('a', { share: 20 })] }, now);
    expect(outcomes).toEqual([{ share: 100, outcome: paused }]);
  });
});

test('the record tells what rules were', () => {
  const closed = { ...rule('', { startTime: '22:00', endTime: '08:00' }), isPaused: true, message: '打烊了' };
  const sale = { from: '2026-12-01', to: '2026-12-24', weekdays: [6, 7], share: 20 };
  const parameters = { t: '1' };
  expect(rulesText([closed, { ...rule('pages/sale', sale), parameters }])).toBe(
    '22:00-08:00 → "打烊了"\n2026-12-01..2026-12-24 67 20% → pages/sale t=1',
  );
});
