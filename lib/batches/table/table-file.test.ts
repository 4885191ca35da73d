import { describe, expect, test } from 'vitest';
import type { ReadTable } from './table';
import { parseRows, parseTable, writeTable } from './table-file';

function tableOf(rows: string[][], columns = ['桌号', '名称']): ReadTable {
  return {
    table: { columns, rows: rows.map((cells, at) => ({ line: at + 2, cells })) },
    ...{ origin: { kind: 'rows' }, findings: [] },
  };
}

/** So many that ten rows are written in one go. */
const WIDE = Array.from({ length: 2_000 }, (_, at) => `c${at}`);

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => [`A${at}`, at % 2 === 0 ? '' : `店${at}`]);
const lineEnds = (bytes: Buffer) => bytes.toString().split('\n').length - 1;

describe('what a draft shows of its table', () => {
  test('are the first values of each column, once, and how many are empty', async () => {
    const rows = [
      ['1', ' a '],
      ['2', 'a'],
      ['3', ' '],
      ['4', ''],
      ['5', 'b'],
      ['6', 'c'],
    ];
    const { head } = await writeTable(tableOf(rows));
    expect(head).toEqual({
      columns: [
        { name: '桌号', samples: ['1', '2', '3', '4', '5'], empty: 0 },
        { name: '名称', samples: ['a', 'b', 'c'], empty: 2 },
      ],
      ...{ origin: { kind: 'rows' }, findings: [], rowCount: 6, edits: undefined },
      sampleRows: rows.map((cells, at) => ({ line: at + 2, cells })),
    });
  });

  test('are the first 30 rows of all', async () => {
    const { head } = await writeTable(tableOf(many(31)));
    expect(head.sampleRows).toHaveLength(30);
    expect(head.sampleRows.at(-1)?.line).toBe(31);
    expect(head.rowCount).toBe(31);
  });

  test('is a cell that is not there as one that is empty', async () => {
    const { head } = await writeTable(tableOf([['1'], ['2', 'x']]));
    expect(head.columns[1]).toEqual({ name: '名称', samples: ['x'], empty: 1 });
  });
});

describe('a table that was written', () => {
  test.each([0, 1, 9, 10, 11, 21])('is read again with all its rows: %i', async (count) => {
    const read = tableOf(many(count), WIDE);
    const { bytes } = await writeTable(read);
    const { table, head } = await parseTable(bytes);
    expect(table).toEqual(read.table);
    expect(head.rowCount).toBe(count);
    expect(lineEnds(bytes)).toBe(Math.ceil(count / 10));
  });

  test('keeps what was found and edited', async () => {
    const findings = [{ kind: 'notes' as const, count: 1, firstLine: 9, columns: [], sample: '注' }];
    const edits = { cells: 1, removed: 2, undo: 3, redo: 0 };
    const { bytes } = await writeTable({ ...tableOf(many(1)), findings, edits });
    const stored = await parseTable(bytes);
    expect(stored).toMatchObject({ findings, edits, origin: { kind: 'rows' }, head: { findings, edits } });
  });

  test('of many columns has a row in each line, and of none all of them', async () => {
    const wide = Array.from({ length: 20_001 }, (_, at) => `c${at}`);
    expect(lineEnds((await writeTable(tableOf([['a'], ['b']], wide))).bytes)).toBe(2);
    expect(lineEnds((await writeTable(tableOf([[], []], []))).bytes)).toBe(1);
  });
});

describe('some rows of a table', () => {
  const written = writeTable(tableOf(many(25), WIDE));

  test.each([
    ['the first', 0, 3, [2, 3, 4]],
    ['the last of a line and the first of the next', 8, 4, [10, 11, 12, 13]],
    ['the first of a line', 10, 1, [12]],
    ['the end', 23, 10, [25, 26]],
    ['none behind it', 25, 5, []],
    ['none of none', 5, 0, []],
  ])('are %s', async (_, from, ...[limit, lines]) => {
    const { rows, head } = await parseRows((await written).bytes, { from, limit });
    expect(rows.map(({ line }) => line)).toEqual(lines);
    expect(head.rowCount).toBe(25);
  });

  test('reach over several lines', async () => {
    const { rows } = await parseRows((await written).bytes, { from: 9, limit: 13 });
    expect([rows.length, rows[0]?.line, rows.at(-1)?.line]).toEqual([13, 11, 23]);
  });

  test('of a draft of before are found, too', async () => {
    const { table, origin } = { ...tableOf(many(3)), origin: { kind: 'sequence', series: [] } };
    const bytes = Buffer.from(JSON.stringify({ table, origin }));
    const { rows, head } = await parseRows(bytes, { from: 1, limit: 1 });
    expect(rows).toEqual([{ line: 3, cells: ['A1', '店1'] }]);
    expect(head.rowCount).toBe(3);
  });
});
