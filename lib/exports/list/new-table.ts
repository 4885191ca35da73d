import 'server-only';
import { writeXlsxStream } from 'hucre/xlsx';
import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/messages';
import { CODE_COLUMNS, PICTURE_COLUMNS, tableCells, tableHeads, type Cell, type Column } from './columns';
import { BOM, csvLine } from '@/lib/csv/csv-line';
import type { TableOptions } from '@/lib/exports/options';
import type { Order, Tally } from '@/lib/exports/order';
import type { ExportRecord } from '@/lib/exports/scope/record';
import { scopeColumns } from '@/lib/exports/scope/scope';
import { kept } from '@/lib/exports/seal';

const COLUMNS = [
  ...CODE_COLUMNS,
  ['status', ({ code }) => code.status],
  ['errcode', ({ code }) => code.errcode],
  ...PICTURE_COLUMNS,
] as const satisfies Column<ExportRecord>[];

type Table = { name: string; heads: string[]; rows: AsyncIterable<Cell[]> };

async function* rowsOf(records: AsyncIterable<ExportRecord>, tally: Tally): AsyncGenerator<Cell[]> {
  for await (const record of records) {
    tally.count += 1;
    yield [...COLUMNS.map(([, cellOf]) => cellOf(record)), ...tableCells(record)];
  }
}

const BLOCK_CHARS = 64 * 1024;

async function* toCsv({ heads, rows }: Table): AsyncGenerator<Uint8Array> {
  let block = BOM + csvLine(heads);
  for await (const cells of rows) {
    block += csvLine(cells);
    if (block.length < BLOCK_CHARS) continue;
    yield Buffer.from(block);
    block = '';
  }
  yield Buffer.from(block);
}

const WIDTH_CHARS = 18;

function toXlsx({ name, heads, rows }: Table): AsyncIterable<Uint8Array> {
  const columns = heads.map((header) => ({ header, width: WIDTH_CHARS }));
  return writeXlsxStream(rows, { name, columns, freezePane: { rows: 1 } });
}

/** The list of an order that is made for the first time: every code of the scope, with a picture or without. */
export async function* newTable(
  order: Order<TableOptions>,
  records: AsyncIterable<ExportRecord>,
  tally: Tally,
): AsyncGenerator<Uint8Array> {
  const { format, locale } = order.options;
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'exports.table' });
  const heads = [
    ...COLUMNS.map(([name]) => t(`heads.${name}`)),
    ...tableHeads(await scopeColumns(order.scope)),
  ];
  const table = { name: t('sheet'), heads, rows: rowsOf(records, tally) };
  const made =
    format === 'csv'
      ? { chunks: toCsv(table), content: 'text' as const }
      : { chunks: toXlsx(table), content: 'packed' as const };
  yield* kept(order.id, tally, made);
}
