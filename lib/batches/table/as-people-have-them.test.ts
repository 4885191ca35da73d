import iconv from 'iconv-lite';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file';
import { readPaste } from './read-paste';
import { isRead, type FindingKind, type ReadOptions } from './table';

const read = (content: string | Uint8Array, asked: ReadOptions = {}) =>
  readFile(Buffer.from(content), '表', asked);

type Shape = { header: number | null; lines: number[]; found: FindingKind[] };

async function shapeOf(content: string | Uint8Array, asked?: ReadOptions): Promise<Shape> {
  const { table, origin, findings } = await read(content, asked);
  return {
    header: isRead(origin) ? origin.headerRow : null,
    lines: table.rows.map(({ line }) => line),
    found: findings.map(({ kind }) => kind),
  };
}

const SHOPS = 'A01,人民广场店,上海\nA02,徐家汇店,上海\nA03,虹桥店,上海\n';
const HEADER = '门店编号,门店名称,城市\n';

describe('hints under the header', () => {
  test.each([
    ['rules', '必填，最多32个字符,必填,选填\n'],
    ['rules in brackets', '（必填）,（必填，不超过20字）,\n'],
    ['an example', '如：A00,如：人民广场店,\n'],
    ['an example with its word', '例：A00,例：人民广场店,例：上海\n'],
    ['an example in brackets', '(例) A00,(例) 某某店,\n'],
    ['what is to be deleted', 'A00,某某店（示例，请删除此行）,上海\n'],
    ['English rules', 'Required. Max 32 characters,Required,Optional\n'],
    ['an English example', 'e.g. A00,e.g. Main Street,\n'],
    ['kinds of values', 'varchar(32),string,string\n'],
    ['units', ',,㎡\n'],
    ['the names in English', 'store_code,store_name,city\n'],
    ['two rows of them', '必填,必填,选填\n如：A00,如：某某店,如：上海\n'],
  ])('are left out: %s', async (_, hint) => {
    const top = hint.trimEnd().split('\n').length + 1;
    const { table, origin, findings } = await read(HEADER + hint + SHOPS);
    expect(table.rows.map(({ line }) => line)).toEqual([top + 1, top + 2, top + 3]);
    expect(findings).toMatchObject([{ kind: 'hints', count: top - 1, firstLine: 2 }]);
    expect(origin).toMatchObject({ headerRow: 1, hints: { 0: { line: 2 } } });
  });

  test('are a whole row of an example after its word', async () => {
    const text = '序号,设备编号,设备名称\n示例,SB000,冰柜\n1,SB001,一号冰柜\n2,SB002,二号冰柜\n';
    expect(await shapeOf(text)).toEqual({ header: 1, lines: [3, 4], found: ['hints'] });
  });

  test('are data when somebody says so, and still named', async () => {
    const { table, origin, findings } = await read(`${HEADER}必填,必填,选填\n${SHOPS}`, { kept: ['hints'] });
    expect(table.rows).toHaveLength(4);
    expect(findings).toMatchObject([{ kind: 'hints', count: 1 }]);
    expect(origin).not.toHaveProperty('hints');
  });

  test.each([
    ['names of shops', 'A01,如家酒店,上海\nA02,例外服饰,上海\nA03,Sample Store,上海\n'],
    ['a table of such rules', '门店编号,必填,1\n门店名称,选填,2\n城市,选填,3\n'],
    ['kinds all the way down', 'string,文本,1\nnumber,数字,2\nstring,文本,3\n'],
    ['words that columns are called by', '门店,店铺,场景\nA02,徐家汇店,上海\nA03,虹桥店,上海\n'],
  ])('are not: %s', async (_, rows) => {
    expect((await shapeOf(HEADER + rows)).lines).toEqual([2, 3, 4]);
  });

  test('are all that a blank template has, and then no reason to refuse it', async () => {
    expect((await shapeOf(`${HEADER}必填,必填,选填\n`)).lines).toEqual([2]);
  });
});

describe('rows of a printed list', () => {
  test('are its rows alone: page numbers, title and header of each page are none', async () => {
    const page = (rows: string, page_: number) => `门店台账,,\n${HEADER}${rows}第${page_}页 共2页,,\n`;
    expect(await shapeOf(page(SHOPS, 1) + page('B01,静安店,上海\n', 2))).toEqual({
      ...{ header: 2, lines: [3, 4, 5, 9] },
      found: ['notes', 'repeatedHeader'],
    });
  });

  test.each(['第1页', '第 1 页，共 2 页', '- 1 -', 'Page 1 of 2', '页码：1/2'])(
    'may have a page number between: %s',
    async (number) => {
      expect(await shapeOf(`${HEADER}${SHOPS}${number},,\nB01,静安店,上海\n`)).toEqual({
        ...{ header: 1, lines: [2, 3, 4, 6], found: ['notes'] },
      });
    },
  );

  test.each([
    ['a count', '门店总数：3,,\n', 'totals'],
    ['an English count', 'Total stores: 3,,\n', 'totals'],
    ['a count in words', '共计3家门店,,\n', 'totals'],
    ['who printed it', '制单人：admin,,打印日期：2026-11-20\n', 'notes'],
  ])('end before %s', async (_, last, kind) => {
    expect(await shapeOf(HEADER + SHOPS + last)).toEqual({ header: 1, lines: [2, 3, 4], found: [kind] });
  });

  test('are separated by headings that are merged across the sheet', async () => {
    const sheet = utils.aoa_to_sheet([
      ['门店编号', '门店名称', '城市'],
      ['华东区', '', ''],
      ['A01', '一店', '上海'],
      ['华南区', '', ''],
      ['B01', '二店', '深圳'],
    ]);
    sheet['!merges'] = ['A2:C2', 'A4:C4'].map((range) => utils.decode_range(range));
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '门店');
    const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' });
    expect(await shapeOf(bytes)).toEqual({ header: 1, lines: [3, 5], found: ['notes'] });
  });
});

test('a header of two rows may have names that reach over both', async () => {
  const { table } = await read(
    '门店编号,门店名称,联系方式,\n,,电话,邮箱\nA1,一店,13900000001,a@b.cn\nA2,二店,13900000002,c@d.cn\n',
  );
  expect(table.columns).toEqual(['门店编号', '门店名称', '电话', '邮箱']);
  expect(table.rows.map(({ line }) => line)).toEqual([3, 4]);
});

describe('a table on its side', () => {
  const text = '门店编号,S001,S002,S003\n门店名称,一店,二店,三店\n城市,上海,苏州,杭州\n';

  test('is turned, each column a row of its number', async () => {
    const { table } = await read(text);
    expect(table.columns).toEqual(['门店编号', '门店名称', '城市']);
    expect(table.rows[0]).toEqual({ line: 2, cells: ['S001', '一店', '上海'] });
    expect(await shapeOf(text)).toEqual({ header: 1, lines: [2, 3, 4], found: ['sideways'] });
  });

  test('stays as it is when somebody says so, and another one is turned', async () => {
    expect(await shapeOf(text, { isTurned: false })).toMatchObject({ lines: [2, 3], found: ['sideways'] });
    const other = await read('甲,一,二\n乙,三,四\n', { isTurned: true, headerRow: 1 });
    expect(other.table.rows.map(({ cells }) => cells.join(''))).toEqual(['一三', '二四']);
  });

  test.each([HEADER + SHOPS, '桌号,门店\n门店,A1\n', '门店,总部\n日期,2026-05-01\n桌号,门店\nA1,一店\n'])(
    'is not %j',
    async (upright) => {
      expect((await shapeOf(upright)).found).not.toContain('sideways');
    },
  );
});

test('marks that only keep digits come off, and are said', async () => {
  const { table, findings } = await read(`会员卡号,姓名\n="0001",甲\n'0002,乙\n"\t0003",丙\n'x,丁\n`);
  expect(table.rows.map(({ cells }) => cells[0])).toEqual(['0001', '0002', '0003', "'x"]);
  expect(findings).toMatchObject([{ kind: 'textMark', count: 3, firstLine: 2, sample: '0001' }]);
});

test.each([
  ['Markdown', '| 门店编号 | 门店名称 |\n| --- | :---: |\n| A1 | 一店 |\n| A2 | 二店 |\n', [3, 4]],
  [
    'a byte order mark in the middle',
    '\uFEFF门店编号,门店名称\nA1,一店\n\uFEFF门店编号,门店名称\nA2,二店\n',
    [2, 4],
  ],
  ['line ends of a single CR', '门店编号,门店名称\rA1,一店\rA2,二店\r', [2, 3]],
  ['empty columns behind', '门店编号,门店名称,,,\nA1,一店,,,\n,,,,\nA2,二店,,,\n', [2, 4]],
])('%s is a table of two columns', async (_, text, lines) => {
  const { table } = await read(text);
  expect(table.columns).toEqual(['门店编号', '门店名称']);
  expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [lines[0], 'A1', '一店'],
    [lines[1], 'A2', '二店'],
  ]);
});

test('Markdown may be pasted, and a single value is a row', async () => {
  const pasted = await readPaste('| 桌号 | 门店 |\n|---|---|\n| A1 | 一店 |\n', {});
  expect(pasted.table).toMatchObject({
    columns: ['桌号', '门店'],
    rows: [{ line: 3, cells: ['A1', '一店'] }],
  });
  expect((await readPaste('A001', {})).table.rows).toEqual([{ line: 1, cells: ['A001'] }]);
});

describe('a workbook written as text', () => {
  const dif = [
    ...['TABLE', '0,1', '"EXCEL"', 'VECTORS', '0,2', '""', 'TUPLES', '0,2', '""', 'DATA', '0,0', '""'],
    ...['-1,0', 'BOT', '1,0', '"门店编号"', '1,0', '"门店名称"'],
    ...['-1,0', 'BOT', '1,0', '"007"', '1,0', '"一店"', '-1,0', 'EOD', ''],
  ].join('\r\n');
  const slk = [
    ...['ID;PWXL;N;E', 'C;Y1;X1;K"门店编号"', 'C;X2;K"门店名称"', 'C;Y2;X1;K"007"', 'C;X2;K"一店"', 'E', ''],
  ].join('\r\n');
  const mht = (encoding: string, body: string) =>
    [
      ...['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="--=_B"', '', '----=_B'],
      ...['Content-Type: text/html; charset="gb2312"', `Content-Transfer-Encoding: ${encoding}`, ''],
      ...[body, '----=_B--', ''],
    ].join('\r\n');
  const page = iconv.encode(
    '<meta charset=gb2312><table><tr><td>门店编号<td>门店名称<tr><td>007<td>一店</table>',
    'gb18030',
  );
  const quoted = page.toString('latin1').replace(/[=\x80-\xff]/g, (one) => {
    return `=${one.charCodeAt(0).toString(16).toUpperCase()}`;
  });

  test.each([
    ['DIF in GBK', iconv.encode(dif, 'gb18030')],
    ['DIF in UTF-8', Buffer.from(dif)],
    ['SYLK in GBK', iconv.encode(slk, 'gb18030')],
    ['a web archive, quoted-printable', Buffer.from(mht('quoted-printable', quoted))],
    ['a web archive, base64', Buffer.from(mht('base64', page.toString('base64')))],
  ])('is read: %s', async (_, bytes) => {
    const { table } = await read(bytes);
    expect([table.columns, ...table.rows.map(({ cells }) => cells)]).toEqual([
      ['门店编号', '门店名称'],
      ['007', '一店'],
    ]);
  });
});

describe('what a sheet hides', () => {
  const sheet = utils.aoa_to_sheet([
    ['门店编号', '成本', '门店名称'],
    ['A1', 3, '一店'],
    ['A2', 4, '二店'],
    ['A3', 5, '三店'],
  ]);
  sheet['!cols'] = [{ wch: 9 }, { wch: 9, hidden: true }];
  sheet['!rows'] = [{}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '门店');

  test('is nothing to be said where it is empty', async () => {
    const blank = utils.aoa_to_sheet([['编号', '名称'], ['A1', '一店'], [], ['A2', '二店'], ['', ' ']]);
    blank['!rows'] = [{}, {}, { hidden: true }, {}, { hidden: true }];
    const hiding = utils.book_new();
    utils.book_append_sheet(hiding, blank, '门店');
    const bytes: Buffer = write(hiding, { type: 'buffer', bookType: 'xlsx', cellStyles: true });
    expect((await read(bytes)).findings).toEqual([]);
  });

  test.each(['xlsx', 'xlsb'] as const)('is read and said: %s', async (bookType) => {
    const bytes: Buffer = write(book, { type: 'buffer', bookType, cellStyles: true });
    const { table, findings } = await read(bytes);
    expect(table.rows).toHaveLength(3);
    expect(findings).toMatchObject([
      { kind: 'hiddenColumns', count: 1, columns: ['成本'], firstLine: 2, sample: '3' },
      { kind: 'hiddenRows', count: 1, firstLine: 3, sample: 'A2' },
    ]);
    const without = await read(bytes, { skipHidden: true });
    expect(without.table.rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(without.findings.map(({ kind }) => kind)).toEqual(['hiddenColumns', 'hiddenRows']);
  });
});
