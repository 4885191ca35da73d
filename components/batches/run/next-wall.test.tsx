import { expect, test } from 'vitest';
import { ARRIVALS_MAX, type Arrival } from '@/lib/batches/report/run-types';
import { FRESH_MAX, nextWall } from './next-wall';

/** The codes numbered from `last` down to `first`, as the server sends them. */
const codes = (last: number, first: number): Arrival[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    codeId: `c${last - index}`,
    name: `桌 ${last - index}`,
    imageSha256: 'f',
    isTransparent: false,
  }));
const ids = (wall: Arrival[]) => wall.map(({ codeId }) => codeId);

test('new codes stand in front, and none stands twice', () => {
  const wall = nextWall(codes(3, 1), codes(5, 1));
  expect(ids(wall)).toEqual(['c5', 'c4', 'c3', 'c2', 'c1']);
  expect(nextWall(wall, codes(5, 1))).toEqual(wall);
});

test('a full wall takes the newest in at the front and lets the oldest go', () => {
  const wall = nextWall(codes(ARRIVALS_MAX, 1), codes(ARRIVALS_MAX + 2, 3));
  expect(ids(wall)).toEqual(ids(codes(ARRIVALS_MAX + 2, 3)));
});

test('however many came in, so many pictures are asked for at a time', () => {
  const before = codes(ARRIVALS_MAX, 1);
  const wall = nextWall(before, codes(5_000, 5_001 - ARRIVALS_MAX));
  expect(wall).toHaveLength(ARRIVALS_MAX);
  expect(ids(wall).filter((id) => !ids(before).includes(id))).toEqual(ids(codes(5_000, 5_001 - FRESH_MAX)));
});
