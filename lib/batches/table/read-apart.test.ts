import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { utils, write, type BookType } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { readApart } from './read-apart';
import type { ReadOptions } from './table';
import { parseTable } from './table-file';

// A machine that does other things beside takes its time.
const TIMEOUT_MS = 120_000;
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

async function read(bytes: Uint8Array, asked: ReadOptions = {}) {
  const { bytes: written, head } = await readApart({ kind: 'file', bytes, fileName: '表', asked });
  return { ...(await parseTable(written)), head };
}

const refusalOf = (bytes: Uint8Array, timeoutMs?: number) =>
  readApart({ kind: 'file', bytes, fileName: '表', asked: {} }, timeoutMs).then(
    () => 'read',
    (error: { issues?: { key: string; values: object }[] }) => error.issues?.[0] ?? error,
  );

const ROWS = [
  ['门店清单', null, null],
  ['门店编号', '门店名称', '人数'],
  ['007', '一店', 12],
  ['008', '二店，"角"', 7.5],
  ['009', '三店', null],
];

/** A workbook of two sheets, the first of which explains, in any format that SheetJS writes. */
function bookOf(bookType: BookType): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['请按说明填写。'], ['编号不能重复。']]), '说明');
  utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), '门店');
  const bytes: unknown = write(book, { type: 'buffer', bookType });
  if (!Buffer.isBuffer(bytes)) throw new Error('SheetJS wrote no buffer.');
  return bytes;
}

describe('a workbook', { timeout: TIMEOUT_MS }, () => {
  test.each<[BookType, string]>([
    ['biff8', 'xls'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
    ['fods', 'ods'],
    ['xlml', 'xml'],
    ['xlsx', 'xlsx'],
    ['xlsm', 'xlsx'],
  ])('is read: %s', async (bookType, format) => {
    const { table, origin, head } = await read(bookOf(bookType));
    expect(table.columns).toEqual(['门店编号', '门店名称', '人数']);
    expect(table.rows).toEqual([
      { line: 3, cells: ['007', '一店', '12'] },
      { line: 4, cells: ['008', '二店，"角"', '7.5'] },
      { line: 5, cells: ['009', '三店', ''] },
    ]);
    expect(origin).toMatchObject({ format, sheet: '门店', headerRow: 2, aboveCount: 1 });
    expect(head).toMatchObject({
      rowCount: 3,
      columns: [{ samples: ['007', '008', '009'] }, {}, { empty: 1 }],
    });
  });

  test('of Excel 5 in Chinese: texts in the code page that it names', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['ABCDEFGH', 'abcdefgh'],
        ['007', 'IJKLMNOP'],
      ]),
      'S',
    );
    const bytes: Buffer = write(book, { type: 'buffer', bookType: 'biff5' });
    // SheetJS writes no code page but 1252: the bytes of GBK are put in the place of letters, and 936 into its record.
    const texts = { ABCDEFGH: '门店编号', abcdefgh: '门店名称', IJKLMNOP: '人民一店' };
    for (const [letters, text] of Object.entries(texts))
      iconv.encode(text, 'gbk').copy(bytes, bytes.indexOf(letters));
    bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from('42000200', 'hex')) + 4);
    const { table } = await read(bytes);
    expect(table).toMatchObject({
      columns: ['门店编号', '门店名称'],
      rows: [{ cells: ['007', '人民一店'] }],
    });
  });

  test('of LibreOffice and of an old Excel: padding, dates, percent, results of formulas', async () => {
    for (const name of ['libreoffice.ods', 'old-excel.xls']) {
      const { table } = await read(fixture(name));
      expect(table.rows).toHaveLength(10);
      expect(table.rows[0]).toEqual({
        line: 2,
        cells: ['001', '店2，中文“引号”', 't=001&s=21', '430', '25%', '2026-05-02'],
      });
    }
  });

  test('opens at the sheet that looks like a table; hidden ones cannot be picked', async () => {
    const { origin, findings } = await read(fixture('cover-sheet-first.xlsx'));
    expect(origin).toMatchObject({
      sheet: '门店',
      sheets: [
        { name: '说明' },
        { name: '门店', rows: 11, columns: 3 },
        { name: '桌台', rows: 6, columns: 2 },
      ],
    });
    expect(findings).toMatchObject([
      { kind: 'hiddenColumns', count: 1, columns: ['内部成本'] },
      { kind: 'hiddenRows', count: 2, firstLine: 4 },
    ]);
    expect((await read(fixture('instructions-first.xlsx'))).origin).toMatchObject({ sheet: '门店' });
    const other = await read(fixture('cover-sheet-first.xlsx'), { sheet: '桌台' });
    expect(other.origin).toMatchObject({ sheet: '桌台' });
  });

  test('shows days that were table numbers, and numbers that were rounded', async () => {
    const sheet = utils.aoa_to_sheet([
      ['桌号', '会员号'],
      ['A01', 'x1'],
      [46143, 440106199001011300],
    ]);
    const cell: { z?: string } = sheet['A3'];
    cell.z = 'm"月"d"日"';
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '桌码');
    for (const bookType of ['biff8', 'xlsb', 'xlsx'] as const) {
      const bytes: Buffer = write(book, { type: 'buffer', bookType });
      const { table } = await read(bytes);
      expect(table.rows[1]).toMatchObject({ line: 3, damage: { 0: 'date', 1: 'rounded' } });
    }
  });
});

describe('a web page called .xls', { timeout: TIMEOUT_MS }, () => {
  test('is the table in it, its texts as they are', async () => {
    const { table, origin } = await read(fixture('erp-export.xls'));
    expect(table).toMatchObject({
      columns: ['门店编号', '门店名称'],
      rows: [{ line: 2 }, { cells: ['007', '店2'] }],
    });
    expect(origin).toMatchObject({ format: 'html', encoding: 'utf-8' });
  });

  test('may be GBK, laid out in tables, with cells that span, entities, and no end tags', async () => {
    const page = `<html><head><meta charset=gb2312><style>td{color:red}</style></head><body>
      <table><tr><td><b>导出</b><table border=1><caption>门店</caption>
      <tr><th colspan=3>门店清单<tr><th>门店编号<th>门店名称<th>区域
      <tr><td>007<td>甲&amp;乙<br>店<td rowspan=2>华东
      <tr><td style="mso-number-format:'\\@'">000000000000000012345<td>丙&nbsp;店
      </table></td></tr></table></body></html>`;
    const { table, origin } = await read(iconv.encode(page, 'gb18030'));
    expect(table.columns).toEqual(['门店编号', '门店名称', '区域']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['007', '甲&乙\n店', '华东'],
      ['000000000000000012345', '丙 店', '华东'],
    ]);
    expect(origin).toMatchObject({ encoding: 'gb18030', sheet: '门店', headerRow: 2 });
  });

  test('nested a hundred thousand deep is refused in a sentence', async () => {
    const deep = `<table><tr><td>门店编号<td>门店</tr><tr><td>S1<td>甲</tr></table>${'<div><table><tr><td>'.repeat(100_000)}`;
    expect(await refusalOf(Buffer.from(deep))).toMatchObject({ key: 'batchIssues.fileHeavy' });
  });
});

async function zipOf(...names: string[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const name of names) zip.addBuffer(Buffer.from('x'), name);
  zip.end();
  return buffer(zip.outputStream);
}
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);

describe('what is no table', { timeout: TIMEOUT_MS }, () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['Numbers', 'numbers', () => zipOf('Index/Document.iwa', 'Index/Tables/DataList.iwa')],
    ['Word', 'word', () => zipOf('[Content_Types].xml', 'word/document.xml')],
    ['old Word and WPS', 'word', () => ole('WordDocument')],
    ['PowerPoint', 'slides', () => zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['a ZIP', 'archive', () => zipOf('门店.xlsx')],
    ['7z', 'archive', () => Buffer.from('377abcaf271c0004', 'hex')],
    ['RAR', 'archive', () => Buffer.from('Rar!\x1a\x07\x00', 'latin1')],
    ['gzip', 'archive', () => Buffer.from('1f8b0800', 'hex')],
    ['Access', 'database', () => Buffer.from('\x00\x01\x00\x00Standard Jet DB\x00', 'latin1')],
    ['JPEG', 'image', () => Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['SVG', 'image', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['JSON', 'json', () => Buffer.from('[{"scene": "a"}]')],
    ['video', 'media', () => Buffer.from('\x00\x00\x00\x18ftypmp42', 'latin1')],
  ])('is refused by its name: %s', async (_, kind, make) => {
    expect(await refusalOf(await make())).toMatchObject({ key: 'batchIssues.fileKind', values: { kind } });
  });

  test('is a workbook that is cut off, in every format', async () => {
    for (const bookType of ['biff8', 'xlsb', 'ods', 'xlsx'] as const) {
      const whole = bookOf(bookType);
      const refused = await refusalOf(whole.subarray(0, whole.length * 0.6));
      expect([bookType, refused]).toMatchObject([bookType, { key: 'batchIssues.fileBroken' }]);
    }
  });
});

describe('a file that takes too much', { timeout: TIMEOUT_MS }, () => {
  const content = (table: string, head = '') =>
    `<?xml version="1.0"?>${head}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="一">${table}</table:table></office:spreadsheet></office:body></office:document>`;

  test('of memory, ends its own thread and nothing else', async () => {
    const cell =
      '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>';
    const bomb = content(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`);
    expect(await refusalOf(Buffer.from(bomb), 10_000)).toMatchObject({
      key: expect.stringMatching(/^batchIssues\.(?:fileHeavy|fileSlow|tooManyColumns)$/),
    });
    expect((await read(fixture('title-rows.xlsx'))).table.rows).toHaveLength(10);
  });

  test('of time, is stopped', async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) =>
      Array.from({ length: 20 }, (__, at) => `${row}-${at}`),
    );
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '一', rows }] }));
    expect(await refusalOf(bytes, 200)).toMatchObject({ key: 'batchIssues.fileSlow' });
  });

  test('of entities, does not laugh', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}">${'bcdefgh'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(20)}">`)
      .join('')}]>`;
    const row = (cell: string) =>
      `<table:table-row><table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell></table:table-row>`;
    const { table } = await read(Buffer.from(content(row('桌号') + row('A&h;1'), laughs)));
    expect(table.rows[0]?.cells[0]?.length).toBeLessThan(100);
  });
});

test('while a large workbook is read, nobody waits', { timeout: TIMEOUT_MS }, async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) =>
    Array.from({ length: 20 }, (__, at) => `${row}-${at}`),
  );
  const bytes = Buffer.from(
    await writeXlsx({ sheets: [{ name: '一', rows: [rows[0]?.map((_, at) => `列${at}`) ?? [], ...rows] }] }),
  );
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 5);
  const { head } = await readApart({ kind: 'file', bytes, fileName: '表', asked: {} });
  clearInterval(clock);
  expect(head.rowCount).toBe(20_000);
  // In this thread it would be none: the loop turned all the time.
  expect(ticks).toBeGreaterThan(20);
});
