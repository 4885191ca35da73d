import { isErrorColumn } from './error-columns';
import { unguardFormula } from '@/lib/csv/formula-guard';
import { columnNames, guessHasHeader } from './header';
import { CELL_MAX_CHARS, TABLE_MAX_COLUMNS, TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { refusal } from './refuse';
import type { Table, TableRow } from './table';

/** NUL and half a surrogate pair can be stored nowhere; a line end inside a cell is one character. */
function cleanCell(cell: string): string {
  return cell
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

function widthOf(cells: string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function checkSize(rows: TableRow[], width: number, field: string): void {
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

export type BuiltTable = { table: Table; hasHeader: boolean; isErrorList: boolean };

/**
 * Makes a table of rows as they were read: rows without any value are left out, short ones filled up, long ones make
 * further columns.
 * @param options.hasHeader whether the first row names the columns; guessed when it is left out
 * @param options.field the field of the form that a refusal names
 * @throws AppError INVALID_INPUT (noRows, tooManyRows, tooManyColumns, cellTooLong)
 */
export function toTable(
  read: TableRow[],
  options: { hasHeader?: boolean | undefined; field: string },
): BuiltTable {
  const rows = read
    .map(({ line, cells }) => ({ line, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => widthOf(cells) > 0);
  const hasHeader = options.hasHeader ?? guessHasHeader(rows);
  const [header, data] = hasHeader ? [rows[0]?.cells ?? [], rows.slice(1)] : [[], rows];
  const width = data.reduce((most, { cells }) => Math.max(most, widthOf(cells)), widthOf(header));
  checkSize(data, width, options.field);
  const filled = data.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
  }));
  const table = { columns: columnNames(header, width), rows: filled };
  const isErrorList = hasHeader && table.columns.some(isErrorColumn);
  return { table: isErrorList ? restoreErrorList(table) : table, hasHeader, isErrorList };
}
