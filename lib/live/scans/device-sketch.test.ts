import { describe, expect, test } from 'vitest';
import { compactMarks, countDevices, markOf } from './device-sketch';

const SALT = Buffer.from('a salt of this month');
const devices = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `device-${from + at}`);
const marksOf = (ids: string[], salt = SALT) => Buffer.concat(ids.map((id) => markOf(id, salt)));

describe('how many devices there were', () => {
  test.each([0, 1, 2, 10, 100])('is told of %d exactly or nearly so', (count) => {
    expect(Math.abs(countDevices(marksOf(devices(0, count))) - count)).toBeLessThanOrEqual(count / 50);
  });

  // Three standard errors; the salt is fixed, and so are the results.
  test.each([1_000, 3_000, 5_000, 10_000, 50_000, 200_000])('is estimated within 7 %% of %d', (count) => {
    const estimate = countDevices(marksOf(devices(count, count)));
    expect(Math.abs(estimate / count - 1)).toBeLessThan(0.07);
  });

  test('does not grow when they come again, and grows by others only', () => {
    const [first, second] = [marksOf(devices(0, 4_000)), marksOf(devices(2_000, 4_000))];
    expect(countDevices(Buffer.concat([first, first]))).toBe(countDevices(first));
    expect(Math.abs(countDevices(Buffer.concat([first, second])) / 6_000 - 1)).toBeLessThan(0.07);
  });

  test('is the same from fewer marks', () => {
    const marks = marksOf(devices(0, 30_000));
    const compact = compactMarks(marks);
    expect(compact.length).toBeLessThanOrEqual(4_096);
    expect(countDevices(compact)).toBe(countDevices(marks));
    expect(compactMarks(compact)).toEqual(compact);
  });
});

test('a mark tells nothing of its device once there is another salt', () => {
  const marks = (salt: string) =>
    new Set(devices(0, 200).map((id) => markOf(id, Buffer.from(salt)).toString('hex')));
  const both = [...marks('January')].filter((mark) => marks('February').has(mark));
  // As many as fall together by chance: the low ranks are shared by all.
  expect(both.length).toBeLessThan(25);
});
