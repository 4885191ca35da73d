import { setImmediate } from 'node:timers/promises';
import { markDamage } from './to-table';
import type { DraftColumn, Finding, ReadTable, Table, TableEdits, TableOrigin, TableRow } from './table';

/** What a draft's page shows of a table, so that it need not be read as a whole for that. */
export type TableHead = {
  origin: TableOrigin;
  findings: Finding[];
  columns: DraftColumn[];
  rowCount: number;
  /** The first rows. */
  sampleRows: TableRow[];
  /** Left out: it is as it was read. */
  edits?: TableEdits | undefined;
};

const SAMPLES = 5;
/** As many as a person may look through for the header. */
const SAMPLE_ROWS = 30;
/** Written and read in one go, others are served in between; some milliseconds. */
const CHUNK_CELLS = 20_000;
const LINE_END = 0x0a;

function columnsOf({ columns, rows }: Table): DraftColumn[] {
  return columns.map((name, index) => {
    const samples = new Set<string>();
    let empty = 0;
    for (const { cells } of rows) {
      const cell = (cells[index] ?? '').trim();
      if (cell === '') empty += 1;
      else if (samples.size < SAMPLES) samples.add(cell);
    }
    return { name, samples: [...samples], empty };
  });
}

function headOf({ table, origin, findings, edits }: ReadTable): TableHead {
  const sampleRows = table.rows.slice(0, SAMPLE_ROWS);
  return { origin, findings, columns: columnsOf(table), rowCount: table.rows.length, sampleRows, edits };
}

/** A table as it is stored: a line of JSON about it, then lines of some rows each. */
export type WrittenTable = { head: TableHead; bytes: Buffer };

function rowsPerLine(columns: number): number {
  return Math.max(1, Math.floor(CHUNK_CELLS / Math.max(1, columns)));
}

export async function writeTable(read: ReadTable): Promise<WrittenTable> {
  const head = headOf(read);
  const { rows, columns } = read.table;
  const step = rowsPerLine(columns.length);
  const lines = [Buffer.from(JSON.stringify(head))];
  for (let at = 0; at < rows.length; at += step) {
    lines.push(Buffer.from(`\n${JSON.stringify(rows.slice(at, at + step))}`));
    await setImmediate();
  }
  return { head, bytes: Buffer.concat(lines) };
}

/** Drafts of before 26 November 2026: one object, and the header is the first row or none. */
type EarlierTable = { table: Table; origin: EarlierOrigin };
type EarlierOrigin =
  | Extract<TableOrigin, { kind: 'sequence' }>
  | { kind: 'paste'; hasHeader: boolean; isErrorList: boolean }
  | (Omit<
      Extract<TableOrigin, { kind: 'file' }>,
      'sheets' | 'headerRow' | 'above' | 'aboveCount' | 'asked'
    > & {
      hasHeader: boolean;
      sheets?: string[];
    });

function originOf(origin: EarlierOrigin, firstLine: number): TableOrigin {
  if (origin.kind === 'sequence') return origin;
  const { hasHeader, ...rest } = origin;
  // Where exactly it stood was not kept: above the first row of data.
  const headerRow = hasHeader ? Math.max(1, firstLine - 1) : null;
  const asked = hasHeader ? {} : { headerRow: null };
  const reading = { headerRow, above: [], aboveCount: 0, asked };
  if (rest.kind === 'paste') return { ...rest, delimiter: 'tab', ...reading };
  const { sheets, ...file } = rest;
  const sized = sheets?.map((name) => ({ name, rows: null, columns: null }));
  return { ...file, ...(sized ? { sheets: sized } : {}), ...reading };
}

function fromEarlier({ table, origin }: EarlierTable): ReadTable {
  const isTyped = origin.kind === 'file' && origin.format !== 'csv';
  const findings = markDamage(table, table.rows, isTyped);
  return { table, origin: originOf(origin, table.rows[0]?.line ?? 1), findings };
}

function* linesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LINE_END, at);
    yield bytes.toString('utf8', at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
  }
}

export type StoredTable = ReadTable & { head: TableHead };

/** @param bytes what `writeTable` wrote, also before today */
export async function parseTable(bytes: Buffer): Promise<StoredTable> {
  const lines = linesOf(bytes);
  const first: TableHead | EarlierTable = JSON.parse(lines.next().value ?? 'null');
  if ('table' in first) {
    const read = fromEarlier(first);
    return { ...read, head: headOf(read) };
  }
  const rows: TableRow[] = [];
  for (const line of lines) {
    const some: TableRow[] = JSON.parse(line);
    for (const row of some) rows.push(row);
    await setImmediate();
  }
  const { columns, origin, findings, edits } = first;
  const table = { columns: columns.map(({ name }) => name), rows };
  return { table, origin, findings, edits, head: first };
}

/** Some rows of a stored table, without reading the others apart. @param from the position of the first one */
export async function parseRows(
  bytes: Buffer,
  { from, limit }: { from: number; limit: number },
): Promise<{ head: TableHead; rows: TableRow[] }> {
  const lines = linesOf(bytes);
  const head: TableHead | EarlierTable = JSON.parse(lines.next().value ?? 'null');
  if ('table' in head) {
    const earlier = await parseTable(bytes);
    return { head: earlier.head, rows: earlier.table.rows.slice(from, from + limit) };
  }
  const step = rowsPerLine(head.columns.length);
  const rows: TableRow[] = [];
  let at = 0;
  for (const line of lines) {
    if (at >= from + limit) break;
    if (at + step > from) {
      const some: TableRow[] = JSON.parse(line);
      rows.push(...some.slice(Math.max(0, from - at), from + limit - at));
    }
    at += step;
  }
  return { head, rows };
}
