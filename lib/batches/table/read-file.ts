import { readDelimited } from './delimited';
import { fileTypeOf } from './file-type';
import { FILE_MAX_BYTES } from '@/lib/batches/limits';
import { readWorkbook } from './read-workbook';
import { fileTooBig } from './refuse';
import type { ReadOptions, ReadTable } from './table';
import { decodeText, guessEncoding } from './text-encoding';
import { toTable } from './to-table';

async function readText(bytes: Buffer, fileName: string, options: ReadOptions): Promise<ReadTable> {
  const encoding = options.encoding ?? guessEncoding(bytes);
  const text = decodeText(bytes, encoding);
  const { rows, delimiter } = await readDelimited(text, { delimiter: options.delimiter, field: 'file' });
  const { table, ...about } = toTable(rows, { hasHeader: options.hasHeader, field: 'file' });
  return { table, origin: { kind: 'file', fileName, format: 'csv', encoding, delimiter, ...about } };
}

async function readSheets(bytes: Buffer, fileName: string, options: ReadOptions): Promise<ReadTable> {
  const { rows, sheet, sheets } = await readWorkbook(bytes, options.sheet);
  const { table, ...about } = toTable(rows, { hasHeader: options.hasHeader, field: 'file' });
  return { table, origin: { kind: 'file', fileName, format: 'xlsx', sheet, sheets, ...about } };
}

/**
 * The table in a dropped file: CSV in whatever encoding and with whatever delimiter Excel writes it, or XLSX.
 * @param options what a person decided; the rest is found out from the content
 * @throws AppError INVALID_INPUT, field `file` or `sheet`, with the limit or the line that is at fault
 */
export async function readFile(bytes: Buffer, fileName: string, options: ReadOptions): Promise<ReadTable> {
  if (bytes.length > FILE_MAX_BYTES) throw fileTooBig('file', bytes.length);
  const read = fileTypeOf(bytes) === 'xlsx' ? readSheets : readText;
  return read(bytes, fileName, options);
}
