import { expect, test } from 'vitest';
import { CELL_MAX_CHARS } from '@/lib/batches/limits';
import { pasteInto } from './paste-into';
import { selectOne } from './selection';

const size = { rows: 3, columns: 2 };
const at = (row: number, column: number) => selectOne({ row, column });
const put = (top: number, left: number, cells: string[][]) => ({
  kind: 'put',
  top,
  left,
  cells,
  isPasted: true,
});

test('a ragged block is written as far as the table goes, and what lies outside is counted', () => {
  const pasted = pasteInto(at(1, 0), size, [['a'], ['b', 'c', 'd'], ['e']]);
  expect(pasted).toEqual({
    operations: [{ kind: 'edit', edits: [put(1, 0, [['a'], ['b', 'c']])] }],
    selection: { active: { row: 1, column: 0 }, end: { row: 2, column: 1 } },
    outside: { rows: 1, columns: 1 },
    tooLong: null,
  });
});

test('one cell fills what is selected, without the mark that keeps its digits in a spreadsheet', () => {
  const selection = { active: { row: 0, column: 0 }, end: { row: 2, column: 1 } };
  const { operations } = pasteInto(selection, size, [["'007"]]);
  const range = { top: 0, bottom: 2, left: 0, right: 1 };
  expect(operations).toEqual([{ kind: 'edit', edits: [{ kind: 'fill', range, text: '007' }] }]);
});

test('nothing is pasted of a block with a cell that is too long, which is named', () => {
  const rows = [
    ['a', 'b'],
    ['c', 'x'.repeat(CELL_MAX_CHARS + 1)],
  ];
  const pasted = pasteInto(at(0, 0), size, rows);
  expect(pasted).toMatchObject({
    operations: [],
    tooLong: { row: 2, column: 2, actual: CELL_MAX_CHARS + 1 },
  });
});

test('more rows than any table has are taken apart, too', () => {
  const pasted = pasteInto(
    at(0, 0),
    size,
    Array.from({ length: 300_000 }, () => ['a']),
  );
  expect(pasted.outside).toEqual({ rows: 299_997, columns: 0 });
});
