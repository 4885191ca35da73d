import { describe, expect, test } from 'vitest';
import { CELL_MAX_CHARS, TABLE_MAX_COLUMNS, TABLE_MAX_ROWS } from '@/lib/batches/limits';
import type { RawRow } from './raw-row';
import { rowsTable } from './rows-table';
import type { ReadOptions, Table } from './table';
import { markDamage, toTable } from './to-table';

const rowsOf = (...lines: string[]): RawRow[] =>
  lines.map((line, at) => ({ line: at + 1, cells: line.split('|') }));

const build = (rows: RawRow[], asked: ReadOptions = {}) => toTable(rows, { asked, field: 'file' });

const SHOPS = ['A01|一店|沪', 'A02|二店|苏'];
const HEADER = '门店编号|门店名称|城市';

function refused(rows: RawRow[]): unknown {
  try {
    build(rows);
    return null;
  } catch (error) {
    return error;
  }
}
const issue = (key: string, values: object) => ({
  issues: [{ field: 'file', key: `batchIssues.${key}`, values }],
});

describe('a table that is refused', () => {
  test('has no rows', () => {
    expect(refused([])).toMatchObject(issue('noRows', {}));
    expect(refused(rowsOf(HEADER))).toMatchObject(issue('noRows', {}));
    expect(refused(rowsOf(' | ', '\u200B|'))).toMatchObject(issue('noRows', {}));
  });

  test('has a column too many', () => {
    const wide = (width: number) => rowsOf(HEADER, `A${'|'.repeat(width - 1)}x`);
    expect(refused(wide(TABLE_MAX_COLUMNS))).toBeNull();
    expect(refused(wide(TABLE_MAX_COLUMNS + 1))).toMatchObject(
      issue('tooManyColumns', { max: TABLE_MAX_COLUMNS, actual: 101 }),
    );
  });

  test('has a row too many', () => {
    const long = (count: number) =>
      Array.from({ length: count + 1 }, (_, at) => ({ line: at + 1, cells: [at === 0 ? '桌号' : `A${at}`] }));
    expect(refused(long(TABLE_MAX_ROWS + 1))).toMatchObject(issue('tooManyRows', { max: TABLE_MAX_ROWS }));
  });

  test('has a cell too long, which is said by line and column', () => {
    const long = (chars: number) => rowsOf(HEADER, ...SHOPS, `A03|${'x'.repeat(chars)}|沪`);
    expect(refused(long(CELL_MAX_CHARS))).toBeNull();
    expect(refused(long(CELL_MAX_CHARS + 1))).toMatchObject(
      issue('cellTooLong', { line: 4, column: 2, max: CELL_MAX_CHARS, actual: 4_097 }),
    );
  });
});

describe('a table', () => {
  test('is as wide as its widest row, and its rows are filled up', () => {
    const { table } = build(rowsOf(`${HEADER}| `, 'A01', 'A02|二店|苏|近| ', ' | |'));
    expect(table).toEqual({
      columns: ['门店编号', '门店名称', '城市', 'D'],
      rows: [
        { line: 2, cells: ['A01', '', '', ''] },
        { line: 3, cells: ['A02', '二店', '苏', '近'] },
      ],
    });
  });

  test('says where its header was, and keeps what stood above it', () => {
    const { reading } = build(rowsOf('清单|||||', HEADER, ...SHOPS));
    expect(reading).toEqual({
      headerRow: 2,
      above: [{ line: 1, cells: ['清单', '', ''] }],
      ...{ aboveCount: 1, asked: {}, isErrorList: false },
    });
  });

  test('keeps the last 30 rows above a header, and counts all', () => {
    const above = Array.from({ length: 40 }, (_, at) => `第 ${at} 行`);
    const { reading } = build(rowsOf(...above, HEADER, ...SHOPS), { headerRow: 41 });
    expect(reading.above.map(({ line }) => line)).toEqual(Array.from({ length: 30 }, (_, at) => at + 11));
    expect(reading.aboveCount).toBe(40);
  });

  test('without a header, or with one in a line that is not there, is all data', () => {
    for (const headerRow of [null, 99]) {
      const { table, reading } = build(rowsOf('清单', HEADER, ...SHOPS), { headerRow });
      expect(table.rows.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
      expect(table.columns).toEqual(['A', 'B', 'C']);
      expect(reading).toMatchObject({ headerRow: null, above: [], aboveCount: 0 });
    }
  });

  test('shows its hints beside it, in its columns', () => {
    const rows = rowsOf(HEADER, '必填|必填|选填||', ...SHOPS);
    expect(build(rows).reading.hints).toEqual([{ line: 2, cells: ['必填', '必填', '选填'] }]);
    expect(build(rows, { kept: ['hints'] }).reading).not.toHaveProperty('hints');
    expect(build(rowsOf(HEADER, ...SHOPS)).reading).not.toHaveProperty('hints');
  });

  test('that was an error list has neither its reasons nor the guards of its cells', () => {
    const { table, reading } = build(
      rowsOf("门店编号|'=名称|suncode_line|suncode_problem", "'+86|'=1|2|错", "A2|'7|3|错"),
    );
    expect(reading.isErrorList).toBe(true);
    expect(table).toMatchObject({
      columns: ['门店编号', '=名称'],
      rows: [
        { line: 2, cells: ['+86', '=1'] },
        { line: 3, cells: ['A2', '7'] },
      ],
    });
  });

  test('says all that it found, damage first, then what was left out, then what came off', () => {
    const { findings } = build(
      rowsOf(
        '台账||',
        HEADER,
        '必填|必填|选填',
        'A01|#N/A|沪',
        'A02|\u200B二店|沪',
        "'003|x|\u00AD沪",
        '合计||2',
        '注：无||',
      ),
    );
    expect(findings).toEqual([
      { kind: 'error', count: 1, firstLine: 4, columns: ['门店名称'], sample: '#N/A' },
      { kind: 'hints', count: 1, firstLine: 3, columns: [], sample: '必填' },
      { kind: 'totals', count: 1, firstLine: 7, columns: [], sample: '合计' },
      { kind: 'notes', count: 1, firstLine: 8, columns: [], sample: '注：无' },
      { kind: 'textMark', count: 1, firstLine: 6, columns: [], sample: '003' },
      { kind: 'invisible', count: 2, firstLine: 5, columns: [], sample: '二店' },
    ]);
  });

  test('says nothing of a cell in which nobody sees anything, nor of its line ends', () => {
    expect(build(rowsOf(HEADER, 'A01|\u200B|沪', 'A02|a\r\nb|沪')).findings).toEqual([]);
  });

  test('that stands on its side is turned, unless somebody says that it is none', () => {
    const rows = rowsOf('门店编号|A1|A2', '门店名称|一店|二店');
    const finding = { kind: 'sideways', count: 2, firstLine: 1, columns: [], sample: '门店编号' };
    expect(build(rows).findings).toEqual([finding]);
    expect(build(rows).table.rows.map(({ cells }) => cells)).toEqual([
      ['A1', '一店'],
      ['A2', '二店'],
    ]);
    expect(build(rows, { isTurned: false }).findings).toEqual([finding]);
    expect(build(rows, { isTurned: false }).table.rows).toHaveLength(1);
    expect(build(rowsOf(HEADER, ...SHOPS), { isTurned: false }).findings).toEqual([]);
    expect(build(rowsOf(HEADER, ...SHOPS), { isTurned: true }).findings).toMatchObject([
      { kind: 'sideways', count: 3, sample: '门店编号' },
    ]);
  });

  test('of a program is what it sent', () => {
    expect(rowsTable({ columns: ['a'], rows: [['合计'], ['']] })).toEqual({
      table: {
        columns: ['a'],
        rows: [
          { line: 1, cells: ['合计'] },
          { line: 2, cells: [''] },
        ],
      },
      ...{ origin: { kind: 'rows' }, findings: [] },
    });
  });
});

test('damage is marked in its cell, and said once for each kind with the first of it', () => {
  const rows = [
    { line: 2, cells: ['A1', '1E+10', 'x'] },
    { line: 3, cells: [' #N/A ', '1E+11', '#REF!'] },
    { line: 4, cells: ['#NUM!', 'y', 'z'] },
  ];
  const table: Table = { columns: ['甲项', '乙项', '丙项'], rows: structuredClone(rows) };
  expect(markDamage(table, rows, false)).toEqual([
    { kind: 'exponent', count: 2, firstLine: 2, columns: ['乙项'], sample: '1E+10' },
    { kind: 'error', count: 3, firstLine: 3, columns: ['甲项', '丙项'], sample: '#N/A' },
  ]);
  expect(table.rows.map(({ damage }) => damage)).toEqual([
    { 1: 'exponent' },
    { 0: 'error', 1: 'exponent', 2: 'error' },
    { 0: 'error' },
  ]);
});

test('the first damage is the one of the smallest line, whatever column it is in', () => {
  const rows = [
    { line: 2, cells: ['A1', '#REF!'] },
    { line: 3, cells: ['#N/A', 'x'] },
  ];
  expect(markDamage({ columns: ['甲项', '乙项'], rows }, rows, false)).toMatchObject([
    { count: 2, firstLine: 2, columns: ['甲项', '乙项'], sample: '#REF!' },
  ]);
});
