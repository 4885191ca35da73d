import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file';
import { isRead, type FindingKind, type ReadOptions } from './table';

async function shapeOf(content: string | Uint8Array, asked: ReadOptions = {}) {
  const { table, origin, findings } = await readFile(Buffer.from(content), '表', asked);
  return {
    header: isRead(origin) ? origin.headerRow : null,
    lines: table.rows.map(({ line }) => line),
    found: findings.map(({ kind }): FindingKind => kind),
  };
}

const HEADER = '门店编号,门店名称,数量\n';
const SHOPS = 'A01,人民广场店,2\nA02,徐家汇店,3\n';

describe('sums are told from data', () => {
  test.each([
    ['合计,2家,5', 'with a unit'],
    ['合计（大写）,伍元整,5.00', 'in words'],
    ['人民币合计,,5', 'of money'],
    ['总计（2家）,,5', 'with a count in brackets'],
    ['本页小计,,5', 'of a page'],
    ['Total:,,5 pcs', 'with an English unit'],
    ['Count,2,', 'as a count'],
    ['(2 rows affected),,', 'as a database says it'],
    [',,5', 'without a word: what the column comes to'],
  ])('%s (%s)', async (row) => {
    expect(await shapeOf(`${HEADER}${SHOPS}${row}\n`)).toEqual({
      header: 1,
      lines: [2, 3],
      found: ['totals'],
    });
  });

  test.each([
    [',,6', 'a number that is no sum'],
    ['A03,,5', 'a shop without a name'],
    ['合计店,合计,1', 'a name that begins so'],
  ])('%s is data (%s)', async (row) => {
    expect((await shapeOf(`${HEADER}${SHOPS}${row}\n`)).lines).toEqual([2, 3, 4]);
  });
});

describe('rows that only structure a list are left out', () => {
  test.each([
    ['numbers of the columns', `${HEADER}1,2,3\n${SHOPS}`, [3, 4], 'hints'],
    ['numbers of the columns in brackets', `${HEADER}(1),(2),(3)\n${SHOPS}`, [3, 4], 'hints'],
    ['letters of the columns', `${HEADER}A,B,C\n${SHOPS}`, [3, 4], 'hints'],
    ['numbered headings', `${HEADER}一、直营店,,\n${SHOPS}二、加盟店,,\nB01,静安店,1\n`, [3, 4, 6], 'notes'],
    ['an end mark', `${HEADER}${SHOPS}以下空白,,\n`, [2, 3], 'notes'],
    ['an English end mark', `${HEADER}${SHOPS}*** End of report ***,,\n`, [2, 3], 'notes'],
    ['whom to ask', `${HEADER}${SHOPS}联系人：张三 13800001111,,\n`, [2, 3], 'notes'],
  ])('%s', async (_, text, ...[lines, kind]) => {
    expect(await shapeOf(text)).toEqual({ header: 1, lines, found: [kind] });
  });

  test('the title of a second table, with its header', async () => {
    const text = `华东门店,,\n${HEADER}${SHOPS}\n华南门店,,\n${HEADER}B01,天河店,1\n`;
    expect(await shapeOf(text)).toEqual({ header: 2, lines: [3, 4, 8], found: ['notes', 'repeatedHeader'] });
  });

  test('but rows of numbers under letters are data', async () => {
    expect((await shapeOf('a,b,c\n1,2,3\n4,5,6\n')).lines).toEqual([2, 3]);
    expect((await shapeOf('桌号,人数,区\n1,2,3\n2,4,3\n')).lines).toEqual([2, 3]);
  });
});

describe('a table without a header', () => {
  test.each([
    ['places and their numbers', '门店A01,大厅\n门店A02,大厅\n门店A03,包间\n'],
    ['rooms before numbers', '大厅,A01\n大厅,A02\n包间,B01\n'],
    ['English places', 'Store 1,Hall\nStore 2,Hall\nStore 3,Gate\n'],
    ['queries and pages', 's=1,pages/index/index\ns=2,pages/index/index\ns=3,pages/index/index\n'],
    ['a query alone', 'scene=1\nscene=2\nscene=3\n'],
  ])('keeps its first row: %s', async (_, text) => {
    expect(await shapeOf(text)).toMatchObject({ header: null, lines: [1, 2, 3] });
  });

  test.each([
    ['names with numbers over values of another kind', '桌台1,桌台2,桌台3\nA1,A2,A3\nB1,B2,B3\n'],
    ['names beside rooms', '桌号,大厅,包间\nT1,是,否\nT2,否,是\n'],
  ])('is not %s', async (_, text) => {
    expect(await shapeOf(text)).toMatchObject({ header: 1, lines: [2, 3] });
  });
});

describe('the first choice of a sheet', () => {
  const shops = [
    ['门店编号', '门店名称'],
    ['A1', '一店'],
    ['A2', '二店'],
    ['A3', '三店'],
  ];
  test.each([
    [
      '封页',
      [
        ['项目名称', '某商场'],
        ['编号', '2026-01'],
        ['负责人', '张三'],
      ],
    ],
    ['Sheet1', [['标题：二维码'], ['填表人', '张三'], ['日期', '2026-11-20']]],
    [
      '基础配置',
      [
        ['参数', '值'],
        ['版本', '1.0'],
        ['模板', 'A'],
      ],
    ],
    [
      'Dashboard',
      [
        ['KPI', 'Value'],
        ['Stores', '12'],
        ['Codes', '30'],
      ],
    ],
  ])('is not one of facts: %s', async (name, cells) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
    utils.book_append_sheet(book, utils.aoa_to_sheet(shops), '数据');
    const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' });
    const { origin, table } = await readFile(bytes, '表', {});
    expect(origin).toMatchObject({ sheet: '数据' });
    expect(table.rows).toHaveLength(3);
  });
});
