import { FILE_MAX_BYTES } from '@/lib/batches/limits';
import { fileTooBig } from './refuse';
import type { PasteOptions, ReadTable } from './table';
import { readDelimited } from './text/delimited';
import { toTable } from './to-table';

/**
 * The table in rows that were copied from a spreadsheet, which puts tabs between cells and quotes only where a cell holds
 * a tab or a line end. Text that is separated in another way is read as such.
 * @throws AppError INVALID_INPUT, field `text`
 */
export async function readPaste(text: string, asked: PasteOptions): Promise<ReadTable> {
  const bytes = Buffer.byteLength(text);
  if (bytes > FILE_MAX_BYTES) throw fileTooBig('text', bytes);
  const wanted = asked.delimiter ?? (text.includes('\t') ? ('tab' as const) : undefined);
  const { rows, delimiter } = await readDelimited(text, {
    delimiter: wanted,
    field: 'text',
    relaxQuotes: true,
  });
  const { table, reading, findings } = toTable(rows, { asked, field: 'text' });
  return { table, origin: { kind: 'paste', delimiter, ...reading }, findings };
}
