import { describe, expect, test } from 'vitest';
import type { RawRow } from '@/lib/batches/table/raw-row';
import { columnNames, findHeader, headerCells } from './header';
import { looksSideways, turned } from './sideways';

/** Rows as one text: `桌号,门店 / 1,北京`. */
const rowsOf = (text: string): RawRow[] =>
  text.split(' / ').map((line, at) => ({ line: at + 1, cells: line.split(',') }));

const found = (text: string, names?: string[]) => {
  const { header, start } = findHeader(rowsOf(text), names);
  return `${header} ${start}`;
};

describe('the header of rows', () => {
  test.each([
    ['words on top', '桌号,门店 / A1,一店 / A2,二店', '0 1'],
    ['words alone', '桌号,门店', '0 1'],
    ['one column', '桌号 / A1 / A2', '0 1'],
    ['one unknown name over plain words', '甲项 / 一店 / 二店', '0 1'],
    ['codes all the way down', 'A1 / A2 / A3', 'null 0'],
    ['a number over numbers', '1,2 / 3,4 / 5,6', 'null 0'],
    ['a number among unknown names', '甲项,12 / 东,一 / 西,二', 'null 0'],
    ['a sum of money among unknown names', '甲项,-1.5% / 东,一 / 西,二', 'null 0'],
    ['a title', '清单 / 桌号,门店,备注 / A1,一店,x / A2,二店,y', '1 2'],
    ['a title of a known word', '门店 / 桌号,门店,备注 / A1,一店,x / A2,二店,y', '1 2'],
    ['a title merged over all', '门店,门店,门店 / 桌号,门店,备注 / A1,一,x / A2,二,y', '1 2'],
    ['two facts above', '门店,总部 / 日期,5月 / 桌号,门店,层,备注 / A1,一,2,x / A2,二,3,y', '2 3'],
    ['names that nobody knows under a title', '清单 / 甲项,乙项,丙项 / A1,B2,C3 / A2,B3,C4', '1 2'],
    ['a title above codes', '清单 / A1,B2,C3 / A2,B3,C4', 'null 1'],
    ['unknown names over two columns', '甲项,乙项 / A1,B2 / A2,B3', '0 1'],
    ['a single row that nobody knows', 'A1,B2', 'null 0'],
    ['places and their numbers', '门店A01,大厅 / 门店A02,大厅 / 门店A03,包间', 'null 0'],
    ['places once', '门店A01,大厅 / 门店A02,大厅', '0 1'],
    ['a word with numbers under a word', '桌号,大厅1 / A1,大厅2 / A2,大厅3', '0 1'],
    [
      'the second row of two with more words',
      '门店,说明书,x / 桌号,门店,备注 / A1,一店,x / A2,二店,y',
      '1 2',
    ],
    ['an earlier row of as many words', '桌号,门店 / 房号,区域 / A1,x / A2,y', '0 1'],
    ['a word that comes again in its column', '甲项,乙项,丙项 / 门店,A,1 / 门店,B,2 / 门店,C,3', '0 1'],
    ['words that come after codes', 'A1,B2,C3 / A2,B3,C4 / 门店,桌号,备注 / A4,B5,C6 / A5,B6,C7', 'null 0'],
    ['a narrow row of as many words above', '门店,日期,, / 桌号,备注,咕,噜 / A1,x,1,2 / A2,y,3,4', '1 2'],
    ['a title and no rows', '清单 / 桌号,门店,备注', '1 2'],
    ['numbers beside a word', '乙项,甲项,子项,丑项 / 门店,1,2,3 / x,a,b,c / y,d,e,f', '0 1'],
    ['a long text beside a word', `桌号,${'长'.repeat(41)} / 房号,备注 / 1,x / 2,y`, '1 2'],
    ['a text of 40 characters beside it', `桌号,${'长'.repeat(40)} / 房号,乙项 / 1,x / 2,y`, '0 1'],
  ])('with %s: %s', (_, text, expected) => {
    expect(found(text)).toBe(expected);
  });

  test.each([
    [
      'names over the columns that a group leaves open',
      '门店编号,联系方式, / ,电话,邮箱 / A,1,a@b / B,2,c@d',
      '1 2',
    ],
    ['not when the gap has nothing below', '门店编号,联系方式, / ,电话,邮箱 / ,1,a@b / ,2,c@d', '0 1'],
    ['not when one of them is no word', '门店编号,联系方式, / ,电话,咕噜 / A,1,x / B,2,y', '0 1'],
    ['not when there is but one', '门店编号,门店, / ,,邮箱 / A,一,a@b / B,二,c@d', '0 1'],
    ['not when all are named twice', '门店编号,电话 / 编号,邮箱 / A,1 / B,2', '0 1'],
    ['not when nothing is open above', '门店编号,门店,电话 / ,名称,邮箱 / A,一,1 / B,二,2', '0 1'],
  ])('of two lines: %s', (_, text, expected) => {
    expect(found(text)).toBe(expected);
  });

  test('is looked for in the first 30 rows', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `第 ${at} 行说明`).join(' / ');
    const table = `桌号,门店,备注 / ${Array.from({ length: 80 }, (_, at) => `A${at},店,x`).join(' / ')}`;
    expect(found(`${lines(29)} / ${table}`)).toBe('29 30');
    expect(found(`${lines(30)} / ${table}`)).not.toBe('30 31');
  });

  test.each([
    ['all of them', ['key', 'zone'], '2 3'],
    ['more than half', ['key', 'zone', 'x'], '2 3'],
    ['half of them', ['key', 'x'], '0 1'],
    ['in other capitals and spaces', [' KEY ', 'Zone'], '2 3'],
    ['the first of two rows that do', ['编号', '名称'], '0 1'],
    ['none', ['nowhere'], '0 1'],
    ['no names', [], '0 1'],
  ])('is the row that holds the names which are looked for: %s', (_, names, expected) => {
    expect(found('编号,名称,备注 / 一,二,三 / Key, label ,ZONE / 编号,名称,x / A,B,C', names)).toBe(expected);
  });

  test('of nothing is none', () => {
    expect(findHeader([])).toEqual({ header: null, start: 0 });
  });
});

describe('names in two rows', () => {
  const names = (text: string) => headerCells(rowsOf(text), 1).join('|');
  test.each([
    ['a name merged downwards', '桌号,上海, / ,编号,店名', '桌号|编号|店名'],
    [
      'equal names under groups',
      '上海,,北京, / 编号,店名,编号,店名',
      '上海 编号|上海 店名|北京 编号|北京 店名',
    ],
    ['an equal name under itself', '编号,上海 / 编号,编号', '编号|上海 编号'],
    ['one group only', '上海,, / 编号,编号,店名', '编号|编号|店名'],
    ['a title with a colon', '门店：,一店 / 编号,编号', '编号|编号'],
    ['numbers above', '1,2 / 编号,编号', '编号|编号'],
    ['names that differ, without a gap', '上海,北京 / 编号,店名', '编号|店名'],
    ['a group name of 41 characters', `${'长'.repeat(41)},北京 / 编号,编号`, '编号|编号'],
    [
      'a group name of 40 characters',
      `${'长'.repeat(40)},北京 / 编号,编号`,
      `${'长'.repeat(40)} 编号|北京 编号`,
    ],
    ['spaces around', ' 上海 , 北京 /  编号 , 编号 ', '上海 编号|北京 编号'],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toBe(expected);
  });

  test('of the first row are its own', () => {
    expect(headerCells(rowsOf('编号,编号 / 1,2'), 0)).toEqual(['编号', '编号']);
    expect(headerCells([], 0)).toEqual([]);
  });
});

describe('columns are called', () => {
  test.each([
    [['a', 'b'], 2, 'a|b'],
    [['a', '', ' '], 3, 'a|B|C'],
    [['a'], 3, 'a|B|C'],
    [['a', 'a', 'a'], 3, 'a|a (2)|a (3)'],
    [['a', 'a (2)', 'a'], 3, 'a|a (2)|a (3)'],
    [[' a  b\n c '], 1, 'a b c'],
    [['a', 'b', 'c'], 2, 'a|b'],
    [['B', ''], 2, 'B|B (2)'],
  ])('%j in %i', (header, width, expected) => {
    expect(columnNames(header, width).join('|')).toBe(expected);
  });

  test('by letters as in a spreadsheet, at most a hundred', () => {
    const names = columnNames([], 120);
    expect(names).toHaveLength(100);
    expect([names[25], names[26], names[51], names[52], names[99]]).toEqual(['Z', 'AA', 'AZ', 'BA', 'CV']);
  });
});

describe('a table on its side', () => {
  test.each([
    ['names in the first column', '门店编号,A,B / 门店名称,一,二', true],
    ['one row', '门店编号,A,B', false],
    ['the first is no name', '咕噜,A / 门店名称,一 / 电话,1', false],
    ['two of three are names', '门店编号,A / 咕噜,一 / 电话,1', true],
    ['one of two is a name', '门店编号,A / 咕噜,一', false],
    ['a name that comes twice', '门店编号,A / 门店编号,B', false],
    ['a name without a value', '门店编号,A / 门店名称,', false],
    ['a name in the second column', '门店编号,电话 / 门店名称,一', false],
  ])('%s: %s', (_, text, expected) => {
    expect(looksSideways(rowsOf(text))).toBe(expected);
  });

  test('has at most 30 names', () => {
    const name = (at: number) =>
      `门店${'编号 名称 电话 备注 地址'.split(' ')[at % 5]}${'（咕）'.repeat(Math.floor(at / 5))}`;
    const rows = (count: number) =>
      rowsOf(Array.from({ length: count }, (_, at) => `${name(at)},x`).join(' / '));
    expect(looksSideways(rows(30))).toBe(true);
    expect(looksSideways(rows(31))).toBe(false);
  });

  test('is turned with its marks, each line the number of its column', () => {
    const rows: RawRow[] = [
      { line: 1, cells: ['编号', '1', '', '3'] },
      { line: 2, cells: ['日期', '5月'], marks: new Map([[1, 'shortDate']]) },
    ];
    expect(turned(rows)).toEqual([
      { line: 1, cells: ['编号', '日期'] },
      { line: 2, cells: ['1', '5月'], marks: new Map([[1, 'shortDate']]) },
      { line: 4, cells: ['3', ''] },
    ]);
    expect(turned([])).toEqual([]);
  });
});
