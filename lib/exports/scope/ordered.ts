import 'server-only';
import { isPrint, type ExportOptions } from '@/lib/exports/options';
import { inOrder, orderKey } from '@/lib/print/piece-order';
import { nameValues, type ExportRecord } from './record';

async function* sorted(records: AsyncIterable<ExportRecord>, order: string): AsyncGenerator<ExportRecord> {
  const all: ExportRecord[] = [];
  for await (const record of records) all.push(record);
  yield* inOrder(all, (record) => orderKey(order, nameValues(record)));
}

/** The records in the order in which they are printed. */
export function ordered(options: ExportOptions, records: AsyncGenerator<ExportRecord>) {
  return isPrint(options) && options.order !== 'given' ? sorted(records, options.order) : records;
}
