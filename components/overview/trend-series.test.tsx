import { describe, expect, test } from 'vitest';
import { seriesOf } from './trend-series';

const apps = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: `app ${id}` }));
const day = (byApp: Record<string, number>) => ({
  day: '2026-06-15',
  total: Object.values(byApp).reduce((sum, count) => sum + count, 0),
  byApp,
});
const said = (days: ReturnType<typeof day>[]) =>
  seriesOf(days, apps, 'others').map(({ key, count }) => `${key} ${count}`);

describe('the series of a trend', () => {
  test('are the three with most codes, the rest together', () => {
    expect(said([day({ a: 1, b: 5, c: 3 }), day({ d: 2, e: 4, b: 1 })])).toEqual([
      'b 6',
      'e 4',
      'c 3',
      'others 3',
    ]);
  });

  test('name a fourth instead of calling it the others', () => {
    expect(said([day({ a: 1, b: 5, c: 3, d: 2 })])).toEqual(['b 5', 'c 3', 'd 2', 'a 1']);
  });

  test('add up to each day, codes of a Mini Program without a name included', () => {
    const days = [day({ a: 1, b: 5, gone: 4 })];
    const series = seriesOf(days, apps, 'others');
    expect(series.map(({ valueOf }) => valueOf(days[0] ?? day({})))).toEqual([5, 1, 4]);
  });

  test('leave out who made none', () => {
    expect(said([day({ a: 2 })])).toEqual(['a 2']);
  });
});
