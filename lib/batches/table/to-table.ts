import { isErrorColumn } from './error-columns';
import { unguardFormula } from '@/lib/csv/formula-guard';
import { CELL_MAX_CHARS, TABLE_MAX_COLUMNS, TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { cleanCell, withoutTextMark } from './cells/clean-cell';
import { damagedCells } from './cells/damage';
import { columnNames, findHeader, headerCells, type FoundHeader } from './header/header';
import { looksSideways, turned } from './header/sideways';
import { sortRows, type SortedRows } from './left-out/other-rows';
import { filledCells, type RawRow } from './raw-row';
import { refusal } from './refuse';
import {
  DAMAGES,
  LEFT_OUT,
  type Damage,
  type Finding,
  type LeftOut,
  type ReadOptions,
  type Reading,
  type Table,
} from './table';

/** Rows above the header that are kept to be seen. */
const ABOVE_MAX_ROWS = 30;

function widthOf(cells: string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function checkSize(rows: RawRow[], width: number, field: string): void {
  if (width > TABLE_MAX_COLUMNS)
    throw refusal(field, 'tooManyColumns', { max: TABLE_MAX_COLUMNS, actual: width });
  if (rows.length === 0) throw refusal(field, 'noRows');
  if (rows.length > TABLE_MAX_ROWS) throw refusal(field, 'tooManyRows', { max: TABLE_MAX_ROWS });
  for (const { line, cells } of rows) {
    const column = cells.findIndex((cell) => cell.length > CELL_MAX_CHARS);
    const cell = cells[column];
    if (cell === undefined) continue;
    const values = { line, column: column + 1, max: CELL_MAX_CHARS, actual: cell.length };
    throw refusal(field, 'cellTooLong', values);
  }
}

/** One of our own error lists, corrected: without its reason columns, and its cells as they were before the guard. */
function restoreErrorList({ columns, rows }: Table): Table {
  const kept = columns.flatMap((name, index) => (isErrorColumn(name) ? [] : [index]));
  return {
    columns: kept.map((index) => unguardFormula(columns[index] ?? '')),
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: kept.map((index) => unguardFormula(cells[index] ?? '')),
    })),
  };
}

/** Where the person says, or where it is found. */
function headerOf(rows: RawRow[], { headerRow, headerNames }: ReadOptions): FoundHeader {
  if (headerRow === undefined) return findHeader(rows, headerNames);
  const header = headerRow === null ? -1 : rows.findIndex(({ line }) => line === headerRow);
  return header === -1 ? { header: null, start: 0 } : { header, start: header + 1 };
}

type Parts = { above: RawRow[]; headerLine: RawRow | null; names: string[]; body: RawRow[] };

function partsOf(rows: RawRow[], asked: ReadOptions): Parts {
  const { header, start } = headerOf(rows, asked);
  const body = rows.slice(start);
  if (header === null) return { above: rows.slice(0, start), headerLine: null, names: [], body };
  const names = headerCells(rows, header);
  return { above: rows.slice(0, header), headerLine: rows[header] ?? null, names, body };
}

function rowsFinding(kind: Finding['kind'], rows: RawRow[]): Finding[] {
  const [first] = rows;
  if (!first) return [];
  const sample = filledCells(first)[0] ?? '';
  return [{ kind, count: rows.length, firstLine: first.line, columns: [], sample }];
}

/** Marks the damaged cells of a table's rows, and says what was found, each kind once. */
export function markDamage(table: Table, data: RawRow[], isTyped: boolean): Finding[] {
  const findings = new Map<Damage, Finding>();
  for (const [column, name] of table.columns.entries())
    for (const [index, kind] of damagedCells(data, { column, name, isTyped })) {
      const row = table.rows[index];
      if (!row) continue;
      row.damage = { ...row.damage, [column]: kind };
      const known = findings.get(kind) ?? { kind, count: 0, firstLine: row.line, columns: [], sample: '' };
      const isFirst = known.count === 0 || row.line < known.firstLine;
      findings.set(kind, {
        ...known,
        count: known.count + 1,
        columns: known.columns.includes(name) ? known.columns : [...known.columns, name],
        ...(isFirst ? { firstLine: row.line, sample: (row.cells[column] ?? '').trim() } : {}),
      });
    }
  return DAMAGES.flatMap((kind) => findings.get(kind) ?? []);
}

/** A finding about cells, counted as they come. */
function cellFinding(kind: Finding['kind']) {
  const finding: Finding = { kind, count: 0, firstLine: 0, columns: [], sample: '' };
  return {
    count: (line: number, sample: string) => {
      finding.count += 1;
      finding.firstLine ||= line;
      finding.sample ||= sample;
    },
    list: () => (finding.count > 0 ? [finding] : []),
  };
}

/** Takes off what nobody sees and what only keeps digits, and counts the cells that had it. */
function clean(read: RawRow[]): { rows: RawRow[]; found: Finding[] } {
  const invisible = cellFinding('invisible');
  const marks = cellFinding('textMark');
  const rows = read.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const plain = withoutTextMark(cell);
      if (plain !== cell) marks.count(row.line, plain);
      const cleaned = cleanCell(plain);
      if (cleaned.length < plain.replace(/\r\n/g, '\n').length && cleaned.trim() !== '')
        invisible.count(row.line, cleaned.trim());
      return cleaned;
    }),
  }));
  return {
    rows: rows.filter(({ cells }) => widthOf(cells) > 0),
    found: [...marks.list(), ...invisible.list()],
  };
}

const leftOut = (sorted: SortedRows) => LEFT_OUT.flatMap((kind) => rowsFinding(kind, sorted[kind]));

/** The rows as they are to be understood: turned where names stand in the first column. */
function upright(rows: RawRow[], { isTurned }: ReadOptions): { rows: RawRow[]; found: Finding[] } {
  const isSideways = looksSideways(rows);
  if (!(isTurned ?? isSideways)) return { rows, found: isSideways ? rowsFinding('sideways', rows) : [] };
  return { rows: turned(rows), found: rowsFinding('sideways', rows) };
}

/** Rows to be shown beside the table, in its columns. */
const shown = (rows: RawRow[], width: number) =>
  rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, width) }));

function hintsShown({ hints }: SortedRows, kept: readonly LeftOut[], width: number): Pick<Reading, 'hints'> {
  return hints.length === 0 || kept.includes('hints') ? {} : { hints: shown(hints, width) };
}

export type BuiltTable = { table: Table; reading: Reading; findings: Finding[] };

/**
 * Makes a table of rows as they were read: the header is found; what stands above it, hints, totals and notes are left out,
 * rows without any value too; short rows are filled up, long ones make further columns.
 * @param options.field the field of the form that a refusal names
 * @param options.isTyped the rows are a workbook's, where text is known from numbers and days
 * @throws AppError INVALID_INPUT (noRows, tooManyRows, tooManyColumns, cellTooLong)
 */
export function toTable(
  read: RawRow[],
  options: { asked: ReadOptions; field: string; isTyped?: boolean },
): BuiltTable {
  const { asked, field, isTyped = false } = options;
  const cleaned = clean(read);
  const { rows, found } = upright(cleaned.rows, asked);
  const { above, headerLine, names, body } = partsOf(rows, asked);
  const kept = asked.kept ?? [];
  const sorted = sortRows(body, { header: headerLine?.cells ?? null, above, kept });
  const { data } = sorted;
  const width = data.reduce((most, { cells }) => Math.max(most, widthOf(cells)), widthOf(names));
  checkSize(data, width, field);
  const filled = data.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
  }));
  const table = { columns: columnNames(names, width), rows: filled };
  const isErrorList = headerLine !== null && table.columns.some(isErrorColumn);
  const reading = {
    headerRow: headerLine?.line ?? null,
    above: shown(above.slice(-ABOVE_MAX_ROWS), width),
    ...hintsShown(sorted, kept, width),
    ...{ aboveCount: above.length, asked, isErrorList },
  };
  const built = isErrorList ? restoreErrorList(table) : table;
  const damage = markDamage(built, isErrorList ? built.rows : data, isTyped);
  return { table: built, reading, findings: [...damage, ...found, ...leftOut(sorted), ...cleaned.found] };
}
