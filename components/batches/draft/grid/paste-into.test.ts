import { expect, test } from 'vitest';
import { CELL_MAX_CHARS, TABLE_MAX_ROWS } from '@/lib/batches/limits';
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

test('a ragged block is written as far as the columns go; what is left out is counted', () => {
  const pasted = pasteInto(at(1, 0), size, [['a'], ['b', 'c', 'd']]);
  expect(pasted).toEqual({
    operations: [{ kind: 'edit', edits: [put(1, 0, [['a'], ['b', 'c']])] }],
    selection: { active: { row: 1, column: 0 }, end: { row: 2, column: 1 } },
    outside: { rows: 0, columns: 1 },
    tooLong: null,
  });
});

test('rows are added for what goes on below the last one, and one undo takes all of it back', () => {
  const { operations, selection, outside } = pasteInto(at(2, 0), size, [
    ['a'],
    ['b'],
    [''],
    ['c'],
    [''],
    [''],
  ]);
  expect(operations).toEqual([
    { kind: 'edit', edits: [{ kind: 'add', rows: 3 }], isContinued: false },
    { kind: 'edit', edits: [put(2, 0, [['a'], ['b'], [''], ['c']])], isContinued: true },
  ]);
  expect(selection.end).toEqual({ row: 5, column: 0 });
  expect(outside).toEqual({ rows: 0, columns: 0 });
});

test('empty rows are pasted over those that are there, and add none', () => {
  const { operations } = pasteInto(at(1, 0), size, [['a'], [''], ['']]);
  expect(operations).toEqual([{ kind: 'edit', edits: [put(1, 0, [['a'], ['']])] }]);
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
  expect(pasted.outside).toEqual({ rows: 300_000 - TABLE_MAX_ROWS, columns: 0 });
});
