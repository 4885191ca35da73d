import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { readFile } from './read-file';
import type { ReadOptions } from './table';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));

const read = (bytes: Uint8Array, options: ReadOptions = {}) =>
  readFile(Buffer.from(bytes), '桌码.xlsx', options);

async function rowsOf(bytes: Uint8Array, options?: ReadOptions) {
  const { table } = await read(bytes, options);
  return table.rows.map(({ line, cells }) => [line, ...cells]);
}

const refusalOf = (bytes: Uint8Array, options?: ReadOptions) =>
  read(bytes, options).then(
    () => 'read',
    (error: { issues: object[] }) => error.issues[0],
  );

describe('a workbook of openpyxl', () => {
  test('is read as a person sees it: dates, times, padding, percent, long digits, formulas without a result', async () => {
    expect(await rowsOf(fixture('openpyxl.xlsx'))).toEqual([
      [
        ...[2, 'A01', '2026-01-05', '2026-01-05 09:30', '1234.5', '440106199001011234', '007'],
        ...['12.5%', 'TRUE', '#CALC!', '#N/A', '0.3', '1000000000000000000000'],
      ],
      [
        ...[3, 'a01', '09:05', '30:00:00', '100000000000', '13800138000', '12'],
        ...['1', 'FALSE', '', '', '1.005', '12345678901'],
      ],
      [
        ...[5, ' 空 格 ', '', '', '=', "'引号", '第一行\n第二行'],
        ...['😀', 'a/b', '../x', 'CON', '\t', 'x'.repeat(300)],
      ],
    ]);
  });

  test('opens at the first visible sheet that holds something, and at another one when asked', async () => {
    const bytes = fixture('openpyxl.xlsx');
    const { origin } = await read(bytes);
    expect(origin).toMatchObject({
      format: 'xlsx',
      sheet: '桌码',
      sheets: [{ name: '说明', rows: 0 }, { name: '桌码' }],
      headerRow: 1,
    });
    expect(await refusalOf(bytes, { sheet: '隐藏' })).toMatchObject({
      field: 'sheet',
      key: 'batchIssues.sheetMissing',
    });
    expect(await refusalOf(bytes, { sheet: '说明' })).toMatchObject({
      field: 'file',
      key: 'batchIssues.noRows',
    });
  });
});

describe('a workbook of XlsxWriter', () => {
  test('gives stored results of formulas, number layouts, and merged cells to every row that they cover', async () => {
    const rows = await rowsOf(fixture('xlsxwriter.xlsx'));
    expect(rows[0]).toEqual([
      ...[2, '北京店', '2026-02-28', '2', '北京店z', 'TRUE', '0007', '1,234.50'],
      ...['2026-02-28 13:05:07', 'T-003', '#DIV/0!', '富文本'],
    ]);
    expect(
      rows.slice(1).map(([line, store, , number, , , , , , table]) => [line, store, number, table]),
    ).toEqual([
      [3, '上海店', '0.0000001', '2'],
      [4, '上海店', '-0.5', '3'],
      [5, '上海店', '602000000000000000000000', '4'],
    ]);
  });

  test('counts its days from 1904 when it says so', async () => {
    expect(await rowsOf(fixture('epoch-1904.xlsx'))).toEqual([[2, '2026-02-28']]);
  });
});

describe('a workbook', () => {
  const book = (...sheets: { name: string; rows: (string | number | null)[][] }[]) => writeXlsx({ sheets });

  test('may have 50,000 rows', { timeout: 60_000 }, async () => {
    const rows = [['scene'], ...Array.from({ length: 50_000 }, (_, index) => [`A${index}`])];
    const { table } = await read(await book({ name: '一', rows }));
    expect(table.rows).toHaveLength(50_000);
    expect(table.rows.at(-1)).toEqual({ line: 50_001, cells: ['A49999'] });
  });

  test('whose sheets are all empty is refused', async () => {
    const empty = await book({ name: '一', rows: [] }, { name: '二', rows: [[null]] });
    expect(await refusalOf(empty)).toEqual({
      field: 'file',
      key: 'batchIssues.sheetsEmpty',
      values: { count: 2 },
    });
  });

  test('that is another kind of ZIP, or cut off, is refused', async () => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from('hello'), 'hello.txt');
    zip.end();
    const whole = await book({ name: '一', rows: [['scene'], ['A1']] });
    const broken = { field: 'file', key: 'batchIssues.fileBroken', values: {} };
    expect(await refusalOf(await buffer(zip.outputStream))).toMatchObject({
      key: 'batchIssues.fileKind',
      values: { kind: 'archive' },
    });
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toEqual(broken);
  });

  test('that would unpack to gigabytes is refused, whether its headers say so or lie', async () => {
    const packed = deflateRawSync(Buffer.alloc(1024 * 1024));
    const honest = zipOf(packed, 500 * 1024 * 1024);
    expect(await refusalOf(honest)).toMatchObject({ key: 'batchIssues.fileUnpacked' });
    expect(await refusalOf(zipOf(packed, 10))).toMatchObject({ key: 'batchIssues.fileBroken' });
  });
});

/** A ZIP of one entry that claims to unpack to so many bytes. */
function zipOf(packed: Buffer, claimedBytes: number): Buffer {
  const name = Buffer.from('xl/workbook.xml');
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(claimedBytes, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, name, packed]);
  const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
