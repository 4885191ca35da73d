import { fileTypeOf } from './file-type';
import { FILE_MAX_BYTES } from '@/lib/batches/limits';
import { filledCells, type RawRow } from './raw-row';
import { fileTooBig } from './refuse';
import type { Finding, ReadOptions, ReadTable, Table, TableFormat } from './table';
import { readDelimited } from './text/delimited';
import { decodeText, guessEncoding } from './text/text-encoding';
import { toTable } from './to-table';
import { readWorkbook, type WorkbookRows } from './workbook/read-workbook';

async function readText(bytes: Buffer, fileName: string, asked: ReadOptions): Promise<ReadTable> {
  const guess = guessEncoding(bytes);
  const encoding = asked.encoding ?? guess.encoding;
  const text = decodeText(bytes, encoding);
  const { rows, delimiter } = await readDelimited(text, { delimiter: asked.delimiter, field: 'file' });
  const { table, reading, findings } = toTable(rows, { asked, field: 'file' });
  // Who has said what it is need not be asked again.
  const doubt = asked.encoding === undefined && guess.doubt ? { doubt: guess.doubt } : {};
  const about = { kind: 'file' as const, fileName, format: 'csv' as const, encoding, delimiter, ...doubt };
  return { table, origin: { ...about, ...reading }, findings };
}

/** Rows that the sheet hides are data like the others, unless somebody says that they are none; both is said. */
function hiddenRowsFinding(rows: RawRow[], { hiddenRows }: WorkbookRows): Finding[] {
  const hidden = new Set(hiddenRows);
  const found = rows.filter((row) => hidden.has(row.line) && filledCells(row).length > 0);
  const [first] = found;
  if (!first) return [];
  const sample = filledCells(first)[0] ?? '';
  return [{ kind: 'hiddenRows', count: found.length, firstLine: first.line, columns: [], sample }];
}

/** Columns that the sheet hides are columns like the others: a number that nobody should see is a good scene. */
function hiddenColumnsFinding({ columns, rows }: Table, { hiddenColumns }: WorkbookRows): Finding[] {
  const names = hiddenColumns.flatMap((column) => columns[column] ?? []);
  const [first] = hiddenColumns;
  if (first === undefined || names.length === 0) return [];
  const row = rows.find(({ cells }) => (cells[first] ?? '').trim() !== '');
  const sample = (row?.cells[first] ?? '').trim();
  return [{ kind: 'hiddenColumns', count: names.length, firstLine: row?.line ?? 0, columns: names, sample }];
}

type Book = { format: TableFormat; fileName: string; asked: ReadOptions };

async function readSheets(bytes: Buffer, { format, fileName, asked }: Book): Promise<ReadTable> {
  const workbook = await readWorkbook(bytes, format, asked);
  // Cells of a page are texts, whatever they were before.
  const isTyped = format !== 'html';
  const hidden = new Set(asked.skipHidden ? workbook.hiddenRows : []);
  const rows = workbook.rows.filter(({ line }) => !hidden.has(line));
  const { table, reading, findings } = toTable(rows, { asked, field: 'file', isTyped });
  const { sheet, sheets, encoding } = workbook;
  const about = { kind: 'file' as const, fileName, format, sheet, sheets, ...(encoding ? { encoding } : {}) };
  const isTurned = findings.some(({ kind }) => kind === 'sideways') && asked.isTurned !== false;
  const below = workbook.rows.filter(({ line }) => line > (reading.headerRow ?? 0));
  const hiddenParts = isTurned
    ? []
    : [...hiddenColumnsFinding(table, workbook), ...hiddenRowsFinding(below, workbook)];
  return { table, origin: { ...about, ...reading }, findings: [...findings, ...hiddenParts] };
}

/**
 * The table in a dropped file: text in whatever encoding and with whatever separator, a workbook, or a web page that
 * pretends to be one.
 * @param asked what a person decided; the rest is found out from the content
 * @throws AppError INVALID_INPUT, field `file` or `sheet`, with the limit or the line that is at fault
 */
export async function readFile(bytes: Buffer, fileName: string, asked: ReadOptions): Promise<ReadTable> {
  if (bytes.length > FILE_MAX_BYTES) throw fileTooBig('file', bytes.length);
  const format = await fileTypeOf(bytes);
  return format === 'csv' ? readText(bytes, fileName, asked) : readSheets(bytes, { format, fileName, asked });
}
