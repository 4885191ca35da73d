import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { BOM, csvLine } from '@/lib/csv/csv-line';
import { ERROR_COLUMNS } from './error-columns';
import { DELIMITERS } from '@/lib/batches/limits';
import { readFile } from './read-file';
import { readPaste } from './read-paste';

const nasty = fc
  .string({ unit: fc.constantFrom(...`aA0 '"=+-@,;\t\n，；＝＋－＠。名桌😀é#/\\<>{}%&`), maxLength: 12 })
  // Marks that keep digits as they are come off.
  .filter((cell) => !/^(?:\s*=".*"\s*|'\d.*|\t+\d.*|\d\S*\t+)$/s.test(cell));
/** A row that is not empty, since empty ones are left out. */
const row = fc
  .array(nasty, { minLength: 3, maxLength: 3 })
  .filter((cells) => cells.some((cell) => cell.trim() !== ''));
const rows = fc.array(row, { minLength: 1, maxLength: 8 });

const COLUMNS = ['scene', '名称', '备注'];

async function read(csv: string | Buffer) {
  const { table } = await readFile(Buffer.from(csv), 'x.csv', { headerRow: 1, delimiter: 'comma' });
  return { columns: table.columns, cells: table.rows.map(({ cells }) => cells) };
}

describe('a table', () => {
  test('comes back from a CSV file as it was, with any delimiter', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('comma', 'tab', 'semicolon'), async (cells, delimiter) => {
        const csv = stringify([COLUMNS, ...cells], {
          delimiter: DELIMITERS[delimiter],
          record_delimiter: 'windows',
          quoted: true,
          bom: true,
        });
        const { table } = await readFile(Buffer.from(csv), 'x.csv', { headerRow: 1, delimiter });
        expect(table.rows.map((one) => one.cells)).toEqual(cells);
      }),
    );
  });

  test('comes back from GB18030, full-width commas in quotes included', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const csv = iconv.encode(stringify([COLUMNS, ...cells], { quoted_string: true }), 'gb18030');
        expect((await read(csv)).cells).toEqual(cells);
      }),
    );
  });

  test('comes back from the clipboard of a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        // Excel quotes a cell only when it holds a tab, a line end or a quote.
        const text = stringify([COLUMNS, ...cells], {
          delimiter: '\t',
          record_delimiter: 'windows',
          quoted_match: /\n/,
        });
        const { table } = await readPaste(text, { headerRow: 1 });
        expect(table.rows.map((one) => one.cells)).toEqual(cells);
      }),
    );
  });
});

describe('an error list that is dropped in again', () => {
  test('is the original table: without the reasons, and with every cell as it was before the formula guard', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const lines = [
          [...COLUMNS, ...ERROR_COLUMNS],
          ...cells.map((one) => [...one, '12', 'scene', '=坏', 'pages/a']),
        ];
        const csv = BOM + lines.map(csvLine).join('');
        expect(await read(csv)).toEqual({ columns: COLUMNS, cells });
      }),
    );
  });

  test('is known by the names of its columns, wherever they were moved', async () => {
    const { table, origin } = await readFile(
      Buffer.from("suncode_line,2026,SUNCODE_PROBLEM\n2,'=A1,坏\n"),
      'x',
      {},
    );
    expect(table).toEqual({ columns: ['2026'], rows: [{ line: 2, cells: ['=A1'] }] });
    expect(origin).toMatchObject({ isErrorList: true });
  });

  test('is no other file: an apostrophe stays where it is', async () => {
    expect(await read("scene,名称,备注\n'=A1,'+,'x\n")).toMatchObject({ cells: [["'=A1", "'+", "'x"]] });
  });
});
