import { monitorEventLoopDelay } from 'node:perf_hooks';
import { utils, write, type BookType } from '@e965/xlsx';
import { readApart } from '@/lib/batches/table/read-apart';
import { timeMs, type Figure } from '../measure';

const ROWS = 50_000;
const FORMATS: { name: string; bookType: BookType }[] = [
  { name: '.xlsx', bookType: 'xlsx' },
  { name: '.xls (BIFF 8)', bookType: 'biff8' },
  { name: '.xlsb', bookType: 'xlsb' },
  { name: '.ods', bookType: 'ods' },
  { name: '.xls (HTML)', bookType: 'html' },
  { name: '.csv', bookType: 'csv' },
];

function fileOf(bookType: BookType): Buffer {
  const head = ['门店编号', '门店名称', '城市', '备注'];
  const rows = Array.from({ length: ROWS }, (_, row) => [
    `S${row}`,
    `人民路${row}号店`,
    '上海',
    `第${row}行`,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([head, ...rows]), '门店');
  const bytes: unknown = write(book, { type: 'buffer', bookType, compression: true });
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(String(bytes));
}

/** How long a table of 50,000 rows takes in each format, and how long nothing else got its turn in this process meanwhile. */
export async function benchReadTables(): Promise<Figure[]> {
  const figures: Figure[] = [];
  let longestMs = 0;
  for (const { name, bookType } of FORMATS) {
    const bytes = fileOf(bookType);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const value = await timeMs(async () => {
      const { head } = await readApart({ kind: 'file', bytes, fileName: `table${name}`, asked: {} });
      if (head.rowCount !== ROWS) throw new Error(`${name} has ${head.rowCount} rows.`);
    });
    delay.disable();
    longestMs = Math.max(longestMs, delay.max / 1e6);
    figures.push({ name: `reading ${ROWS} rows, ${name}`, value, unit: 'ms' });
  }
  return [
    ...figures,
    {
      name: 'longest stop of the event loop while they are read',
      value: longestMs,
      unit: 'ms',
      bound: '≤ 50',
    },
  ];
}
