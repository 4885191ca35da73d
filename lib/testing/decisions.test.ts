import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Branches append to one file, and merging them has swapped bodies and doubled headings before.
test('decisions have one number each, in their order, and a body', () => {
  const text = readFileSync('DECISIONS.md', 'utf8');
  const numbers = [...text.matchAll(/^## (\d+)\. /gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(numbers.length).toBeGreaterThan(90);
  const bodies = text.split(/^## \d+\. .*$/m).slice(1);
  expect(bodies.filter((body) => body.trim() === '')).toEqual([]);
  expect(new Set(bodies.map((body) => body.trim().slice(0, 80))).size, 'bodies that begin alike').toBe(
    bodies.length,
  );
});
