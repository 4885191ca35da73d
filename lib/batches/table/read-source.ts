import { readFile } from './read-file';
import { readPaste } from './read-paste';
import type { PasteOptions, ReadOptions, ReadTable } from './table';

/** What a table is read from, and what a person decided about it. */
export type TableSource =
  | { kind: 'file'; bytes: Uint8Array; fileName: string; asked: ReadOptions }
  | { kind: 'paste'; text: string; asked: PasteOptions };

/** @throws AppError INVALID_INPUT, field `file`, `sheet` or `text` */
export async function readSource(source: TableSource): Promise<ReadTable> {
  if (source.kind === 'paste') return readPaste(source.text, source.asked);
  const { bytes, fileName, asked } = source;
  return readFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName, asked);
}
