import { utils, write, type WorkSheet } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '@/lib/batches/table/table';
import { isArchive, pagesOfArchive } from './page-archive';
import { readHtmlGrids } from './read-html';
import { readOtherGrids } from './read-other';
import { readWorkbook } from './read-workbook';

/** The rows of the tables in a page. */
const tables = (html: string) =>
  readHtmlGrids(html).map(({ rows }) => rows.map(({ cells }) => cells.join('|')));
const table = (inner: string) => tables(`<table>${inner}</table>`)[0];

describe('the tables of a page', () => {
  test.each([
    [
      'rows and cells',
      '<tr><th>桌号</th><th>门店</th></tr><tr><td>007</td><td>一店</td></tr>',
      ['桌号|门店', '007|一店'],
    ],
    ['tags that nobody closes', '<tr><td>a<td>b<tr><td>c', ['a|b', 'c']],
    ['a cell without a row', '<td>a</td><td>b</td>', ['a|b']],
    ['cells over columns', '<tr><td colspan=3>a</td><td>b</td></tr>', ['a|a|a|b']],
    ['cells over rows', '<tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d<tr><td>e', ['a|b', 'a|c', 'a|d', 'e']],
    ['cells over rows at the end', '<tr><td>b<td rowspan=2>a<tr><td>c', ['b|a', 'c|a']],
    ['cells over both', '<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c', ['a|a|b', 'a|a|c']],
    ['spans that are none', '<tr><td colspan=0>a<td colspan=x>b<td rowspan=-1>c<tr><td>d', ['a|b|c', 'd']],
    ['white space', '<tr><td>\n  a \t b  \n</td></tr>', ['a b']],
    ['line breaks', '<tr><td>a<br>b <br/> c</td></tr>', ['a\nb\nc']],
    ['entities', '<tr><td>a&amp;b&nbsp;&#20013;</td></tr>', ['a&b\u00A0中']],
    ['marks inside of cells', '<tr><td><b>a</b><i>b</i></td></tr>', ['ab']],
    ['texts outside of cells', 'x<tr>y<td>a</td>z</tr>', ['a']],
    ['styles and scripts', '<tr><td>a<style>b{}</style><script>c()</script>d</td></tr>', ['ad']],
  ])('with %s', (_, inner, rows) => {
    expect(table(inner)).toEqual(rows);
  });

  test('are one each, also those inside of others', () => {
    expect(
      tables('<table><tr><td>a<table><tr><td>b</td></tr></table>c</td></tr></table><table><td>d</table>'),
    ).toEqual([['ac'], ['b'], ['d']]);
    expect(tables('<p>a</p><tr><td>b')).toEqual([]);
  });

  test('are called by their captions or numbers, each by a name of its own', () => {
    const page =
      '<table><caption> 门店 <b>表</b></caption><td>a</table><table><caption> </caption><td>b</table>';
    const names = readHtmlGrids(`${page}<table><caption>门店 表</caption><td>c</table>`).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['门店 表', '2', '门店 表 (3)']);
  });

  test('have at most a hundred columns by their spans, and are refused far inside of others', () => {
    expect(table('<tr><td colspan=500>a')?.[0]?.split('|')).toHaveLength(100);
    expect(() => tables(`${'<div>'.repeat(2_000)}`)).not.toThrow();
    expect(() => tables(`${'<div>'.repeat(2_001)}`)).toThrow(
      expect.objectContaining({ issues: [{ field: 'file', key: 'batchIssues.fileHeavy', values: {} }] }),
    );
    expect(() => tables('<div></div>'.repeat(3_000))).not.toThrow();
  });
});

describe('a web archive', () => {
  const part = (head: string, body: string) => `--=_B\r\n${head}\r\n\r\n${body}\r\n`;
  const archive = (...parts: string[]) =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_B"\r\n\r\n${parts.join('')}--=_B--`,
    );
  const pages = (bytes: Buffer) => pagesOfArchive(bytes).map((page) => page.toString().trim());

  test.each([
    ['as they are', part('Content-Type: text/html', '<p>a</p>'), ['<p>a</p>']],
    [
      'quoted',
      part('Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable', '=3Cp=\r\n>a=3d'),
      ['<p>a='],
    ],
    [
      'in base64',
      part('content-transfer-encoding: BASE64\r\ncontent-type: text/html', 'PHA+YTwvcD4='),
      ['<p>a</p>'],
    ],
    ['without pictures', part('Content-Type: image/png', 'x'), []],
  ])('has its pages %s', (_, text, expected) => {
    expect(pages(archive(text))).toEqual(expected);
  });

  test('has them in their order, and its boundary with or without quotes', () => {
    const html = 'Content-Type: text/html';
    expect(pages(archive(part(html, 'a'), part('Content-Type: text/css', 'b'), part(html, 'c')))).toEqual([
      'a',
      'c',
    ]);
    const bare = Buffer.from(
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X; a=b\n\n--X\n${html}\n\nd\n--X--`,
    );
    expect(pages(bare)).toEqual(['d']);
    expect(pages(Buffer.from(`MIME-Version: 1.0\n${html}\n\ne`))).toEqual(['e']);
  });

  test.each([
    ['MIME-Version: 1.0', true],
    ['mime-version: 1.0', true],
    [' MIME-Version: 1.0', false],
    ['<html>', false],
  ])('%s begins one: %s', (text, expected) => {
    expect(isArchive(Buffer.from(text))).toBe(expected);
  });
});

describe('a page says how it is encoded', () => {
  const page = (said: string, encoding: string) =>
    iconv.encode(`<meta ${said}><table><tr><td>桌號<td>門店<tr><td>A1<td>一店</table>`, encoding);
  const read = (bytes: Buffer, asked: ReadOptions = {}) => readWorkbook(bytes, 'html', asked);

  test.each([
    ['charset=gbk', 'gbk', 'gb18030'],
    ['content="text/html; charset = \' GB2312"', 'gbk', 'gb18030'],
    ['charset="big5"', 'big5', 'big5'],
    ['charset=Big5-HKSCS', 'big5', 'big5'],
    ['charset=gb2312', 'utf8', 'utf-8'],
    ['charset=big5', 'utf8', 'utf-8'],
    ['charset=utf-8', 'utf8', 'utf-8'],
  ])('%s, written in %s: %s', async (said, encoding, used) => {
    const { rows, encoding: found } = await read(page(said, encoding));
    expect(found).toBe(used);
    expect(rows[0]?.cells).toEqual(['桌號', '門店']);
  });

  test.each(['charset=gbk', 'charset= gbk', "charset='gb18030'"])(
    'and is believed where its bytes look like something else: %s',
    async (said) => {
      const bytes = iconv.encode(`<meta ${said}><table><tr><td>門市<tr><td>1</table>`, 'gbk');
      expect((await read(bytes)).rows[0]?.cells).toEqual(['門市']);
    },
  );

  test('and a person says it better', async () => {
    expect((await read(page('charset=gbk', 'big5'), { encoding: 'big5' })).encoding).toBe('big5');
  });

  test('without a table is none', async () => {
    const issues = [{ field: 'file', key: 'batchIssues.fileKind', values: { kind: 'page' } }];
    await expect(read(Buffer.from('<html>登录'))).rejects.toMatchObject({ issues });
    await expect(read(Buffer.from('MIME-Version: 1.0\n\nx'))).rejects.toMatchObject({ issues });
  });

  test('of which a table is asked for that is not there is refused by its name', async () => {
    await expect(read(page('', 'utf8'), { sheet: '9' })).rejects.toMatchObject({
      issues: [{ field: 'sheet', key: 'batchIssues.sheetMissing', values: { sheet: '9' } }],
    });
    expect(await read(page('', 'utf8'), { sheet: '1' })).toMatchObject({
      ...{ sheet: '1', sheets: [{ name: '1', rows: 2, columns: 2 }], hiddenRows: [], hiddenColumns: [] },
    });
  });

  test('with empty tables alone is refused with their number', async () => {
    await expect(read(Buffer.from('<table></table><table><td> </table>'))).rejects.toMatchObject({
      issues: [{ field: 'file', key: 'batchIssues.sheetsEmpty', values: { count: 2 } }],
    });
  });
});

describe('an old workbook', () => {
  const dated = (cell: object): WorkSheet => ({ '!ref': 'A1:A1', A1: { t: 'n', ...cell } });
  function cellOf(sheet: WorkSheet): string | undefined {
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '一');
    const bytes: Buffer = write(book, { type: 'buffer', bookType: 'biff8' });
    return readOtherGrids(bytes)[0]?.rows[0]?.cells[0];
  }

  test.each([
    ['a day', { v: 46_027, z: 'yyyy-mm-dd' }, '2026-01-05'],
    ['a day and a time', { v: 46_027.5, z: 'yyyy-mm-dd hh:mm' }, '2026-01-05 12:00'],
    ['a time with seconds', { v: 46_027 + 1 / 86_400, z: 'yyyy-mm-dd hh:mm:ss' }, '2026-01-05 00:00:01'],
    ['a time alone', { v: 0.25, z: 'hh:mm' }, '06:00'],
    ['hours past a day', { v: 1.25, z: '[h]:mm' }, '30:00'],
    ['a padded number', { v: 7, z: '000' }, '007'],
    ['a number', { v: 7 }, '7'],
    ['yes', { t: 'b', v: true }, 'TRUE'],
    ['no', { t: 'b', v: false }, 'FALSE'],
    ['a text', { t: 's', v: '007' }, '007'],
    ['an error', { t: 'e', v: 42 }, '#N/A'],
    ['another error', { t: 'e', v: 7 }, '#DIV/0!'],
  ])('shows %s', (_, cell, text) => {
    expect(cellOf(dated(cell))).toBe(text);
  });

  test('begins with its first line, wherever its content is, and says what it hides', () => {
    const sheet = utils.aoa_to_sheet([[], ['a', 'b', 'c'], [], ['d']]);
    sheet['!rows'] = [{}, {}, {}, { hidden: true }];
    sheet['!cols'] = [{ wch: 5 }, { wch: 5, hidden: true }];
    sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 1, c: 2 } }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '一');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), '二');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsb', cellStyles: true });
    expect(readOtherGrids(bytes)).toEqual([
      {
        ...{ name: '一', hiddenRows: [4], hiddenColumns: [1] },
        rows: [
          { line: 1, cells: ['', '', ''] },
          { line: 2, cells: ['a', 'b', 'b'] },
          { line: 3, cells: ['', '', ''] },
          { line: 4, cells: ['d', '', ''] },
        ],
      },
    ]);
  });
});
