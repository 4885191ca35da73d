import { describe, expect, test } from 'vitest';
import type { CellMark } from '@/lib/batches/table/raw-row';
import { markOf } from './cell-mark';
import { cellText, formatNumber } from './cell-text';
import { chooseGrid, sizeOf } from './choose-grid';
import { gridOf, type Grid } from './grid';

describe('a number as a person sees it', () => {
  test.each([
    [7, '000', '007'],
    [12, '000', '012'],
    [1234.5, '#,##0.00', '1,234.50'],
    [0.125, '0.0%', '12.5%'],
    [5, '"第"0"号"', '第5号'],
    [5, '[Red]000', '005'],
    [5, '¥#,##0.00', '¥5.00'],
    [5, '', '5'],
    [5, 'General', '5'],
    [5, '0.00E+00', '5'],
    [0.5, '# ?/?', '0.5'],
    [123456789012, 'General', '123456789012'],
    [1e21, '', '1000000000000000000000'],
    [123456789012345680000, '0', '123456789012346000000'],
    [-1e21, '', '-1000000000000000000000'],
    [9007199254740991, '0', '9007199254740991'],
    [0.1 + 0.2, '', '0.3'],
    [0.0000001, '', '0.0000001'],
    [-2.5, '', '-2.5'],
    [0, '', '0'],
  ])('%d in %j is %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});

describe('a cell as a person sees it', () => {
  const day = (iso: string) => new Date(`${iso}Z`);
  const formatted = (numFmt: string) => ({ style: { numFmt } });

  test.each([
    ['text', '007', '007'],
    ['nothing', null, ''],
    ['yes', true, 'TRUE'],
    ['no', false, 'FALSE'],
    ['a day', day('2026-01-05T00:00:00'), '2026-01-05'],
    ['a day and a time', day('2026-01-05T09:30:00'), '2026-01-05 09:30'],
    ['a time with seconds', day('2026-01-05T09:30:15'), '2026-01-05 09:30:15'],
    ['a time alone', day('1899-12-30T09:05:00'), '09:05'],
    ['no day at all', new Date(Number.NaN), ''],
  ])('%s', (_, value, text) => {
    expect(cellText(value, undefined)).toBe(text);
  });

  test('hours past a day are counted on', () => {
    const details = { value: null, type: 'date' as const, ...formatted('[h]:mm') };
    expect(cellText(day('1900-01-01T06:00:00'), details)).toBe('30:00');
  });

  test('a formula shows its result, or that it has none', () => {
    const formula = { value: null, type: 'formula' as const, formula: 'A1+1' };
    expect(cellText(null, formula)).toBe('#CALC!');
    expect(cellText(null, { ...formula, formulaResult: 7, ...formatted('000') })).toBe('007');
    expect(cellText(5, formula)).toBe('5');
  });
});

describe('what only a workbook knows of a cell', () => {
  test.each<[number, string, boolean, CellMark | undefined]>([
    [1e15, '', false, 'rounded'],
    [-1e15, '', false, 'rounded'],
    [999_999_999_999_999, '', false, undefined],
    [1e15 + 0.5, '', false, undefined],
    [46_000, 'yyyy-mm-dd', true, 'date'],
    [46_000, '', true, 'date'],
    [46_000, 'm/d', true, 'shortDate'],
    [46_000, 'd-mmm', true, 'shortDate'],
    [46_000, 'mmm-yy', true, 'date'],
    [46_000, 'hh:mm', true, undefined],
    [46_000, '"day" hh:mm', true, undefined],
    [46_000, '[$-804]m"月"d"日"', true, 'shortDate'],
    [46_000, 'General', true, 'shortDate'],
    [0.5, 'yyyy-mm-dd', true, undefined],
    [1, 'yyyy-mm-dd', true, 'date'],
    [46_000, 'e"年"', true, 'date'],
  ])('of %d in %j (a day: %s): %s', (value, format, ...[isDate, mark]) => {
    expect(markOf(value, format, isDate)).toBe(mark);
  });
});

const grid = (name: string, text: string): Grid =>
  gridOf(
    name,
    text.split(' / ').map((line) => line.split(',').map((cell) => ({ text: cell }))),
    {},
  );

describe('rows of a sheet', () => {
  test('say for every cell that is merged what the first says', () => {
    const rows = [['a', 'b', 'c'], ['d', 'e', 'f'], ['g']].map((row) => row.map((text) => ({ text })));
    const merges = [{ startRow: 0, startColumn: 1, endRow: 2, endColumn: 2 }];
    expect(gridOf('一', rows, { merges, hiddenRows: [2], hiddenColumns: [1] })).toEqual({
      ...{ name: '一', hiddenRows: [2], hiddenColumns: [1] },
      rows: [
        { line: 1, cells: ['a', 'b', 'b'] },
        { line: 2, cells: ['d', 'b', 'b'] },
        { line: 3, cells: ['g'] },
      ],
    });
  });

  test('keep their marks, and a merge of nothing is nothing', () => {
    const merges = [{ startRow: 7, startColumn: 0, endRow: 8, endColumn: 1 }];
    const read = gridOf('一', [[{ text: '1' }, { text: '5月', mark: 'shortDate' }], [{ text: '2' }]], {
      merges,
    });
    expect(read).toEqual({
      ...{ name: '一', hiddenRows: [], hiddenColumns: [] },
      rows: [
        { line: 1, cells: ['1', '5月'], marks: new Map([[1, 'shortDate']]) },
        { line: 2, cells: ['2'] },
      ],
    });
  });

  test.each([
    ['a,b, / c / ,', { rows: 2, columns: 2 }],
    [' , / ', { rows: 0, columns: 0 }],
    [',,x / a', { rows: 2, columns: 3 }],
  ])('of %j are so many', (text, size) => {
    expect(sizeOf(grid('一', text))).toEqual({ name: '一', ...size });
  });
});

describe('the sheet that looks most like a table', () => {
  const SHOPS = '门店编号,门店名称 / A1,一店 / A2,二店';
  const NAMELESS = '甲项,乙项 / A1,一店 / A2,二店';
  const choose = (...grids: Grid[]) => chooseGrid(grids)?.name ?? null;

  test.each([
    ['with known names before one with others', grid('一', NAMELESS), grid('二', SHOPS), '二'],
    ['of two the first', grid('一', SHOPS), grid('二', SHOPS), '一'],
    [
      'with a name before one with what is said beside',
      grid('一', '电话,状态 / 1,x / 2,y'),
      grid('二', SHOPS),
      '二',
    ],
    [
      'with what is said beside before one of unknown names',
      grid('一', NAMELESS),
      grid('二', '状态,甲 / 1,x'),
      '二',
    ],
    ['that is not empty', grid('一', ' , '), grid('二', 'x'), '二'],
    ['with rows before one with a header alone', grid('一', '门店编号,门店名称'), grid('二', 'x / y'), '二'],
    ['before an explanation', grid('填写说明', SHOPS), grid('数据', NAMELESS), '数据'],
    ['before an English one', grid('README', SHOPS), grid('Data', NAMELESS), 'Data'],
    ['before a summary', grid('汇总', SHOPS), grid('数据', NAMELESS), '数据'],
    ['of shops that sum up in their name', grid('汇总门店', SHOPS), grid('数据', NAMELESS), '汇总门店'],
    ['before sentences', grid('一', '门店。一 / 请填写。 / 请不要填写。'), grid('二', 'x,1 / y,2'), '二'],
    ['before long texts', grid('一', `门店,说明 / ${'长'.repeat(31)},x`), grid('二', NAMELESS), '二'],
    [
      'with texts of 30 characters',
      grid('一', `门店,说明 / ${'长'.repeat(30)},x`),
      grid('二', NAMELESS),
      '一',
    ],
    ['of two columns before one of one', grid('一', '甲项 / A1 / A2'), grid('二', NAMELESS), '二'],
    [
      'though it only has names and one value of each, before one as unknown',
      grid('一', '编号,2026 / 负责人,张三'),
      grid('二', NAMELESS),
      '一',
    ],
  ])('is one %s', (_, one, ...[other, name]) => {
    expect(choose(one, other)).toBe(name);
  });

  test('is none where all are empty', () => {
    expect(choose()).toBeNull();
    expect(choose(grid('一', ''), grid('二', ' , '))).toBeNull();
  });
});
