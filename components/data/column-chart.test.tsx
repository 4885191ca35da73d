import { expect, test } from 'vitest';
import { axisTop } from './column-chart';

test.each([
  [0, 2],
  [1, 2],
  [2, 2],
  [3, 4],
  [9, 10],
  [11, 20],
  [61, 80],
  [1303, 2000],
  [48_000, 60_000],
])('an axis for %i ends at %i', (highest, top) => {
  expect(axisTop(highest)).toBe(top);
});
