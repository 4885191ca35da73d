import { readDelimited } from './delimited';
import { FILE_MAX_BYTES } from '@/lib/batches/limits';
import { fileTooBig } from './refuse';
import type { ReadOptions, ReadTable } from './table';
import { toTable } from './to-table';

/**
 * The table in rows that were copied from a spreadsheet, which puts tabs between cells and quotes only where a cell holds
 * a tab or a line end. Text with commas or semicolons is read as such.
 * @throws AppError INVALID_INPUT, field `text`
 */
export async function readPaste(text: string, options: Pick<ReadOptions, 'hasHeader'>): Promise<ReadTable> {
  const bytes = Buffer.byteLength(text);
  if (bytes > FILE_MAX_BYTES) throw fileTooBig('text', bytes);
  const delimiter = text.includes('\t') ? ('tab' as const) : undefined;
  const { rows } = await readDelimited(text, { delimiter, field: 'text', relaxQuotes: true });
  const { table, ...about } = toTable(rows, { hasHeader: options.hasHeader, field: 'text' });
  return { table, origin: { kind: 'paste', ...about } };
}
