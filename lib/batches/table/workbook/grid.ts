import { TABLE_MAX_ROWS } from '@/lib/batches/limits';
import type { CellMark, RawRow } from '@/lib/batches/table/raw-row';

/** Rows of a sheet that are looked at, empty ones included; a formatted sheet may have a million. */
export const SHEET_MAX_ROWS = TABLE_MAX_ROWS + 10_000;

/** A visible sheet of a workbook, or a table of a page, before it is known where its table begins. */
export type Grid = {
  name: string;
  rows: RawRow[];
  /** Lines that the sheet hides, by hand or by a filter; they are read all the same. */
  hiddenRows: number[];
  /** Positions of columns that the sheet hides. */
  hiddenColumns: number[];
};

export type GridCell = { text: string; mark?: CellMark | undefined };

/** Positions are zero-based and inclusive. */
export type Merge = { startRow: number; startColumn: number; endRow: number; endColumn: number };

/** A merged cell says the same for every row and column that it covers. */
function spreadMerges(rows: GridCell[][], merges: Merge[]): void {
  for (const { startRow, startColumn, endRow, endColumn } of merges) {
    const cell = rows[startRow]?.[startColumn];
    if (!cell) continue;
    for (const row of rows.slice(startRow, endRow + 1))
      for (let column = startColumn; column <= endColumn && column < row.length; column += 1)
        row[column] = cell;
  }
}

function rawRow(cells: GridCell[], index: number): RawRow {
  const marks = new Map<number, CellMark>();
  for (const [column, { mark }] of cells.entries()) if (mark) marks.set(column, mark);
  const row = { line: index + 1, cells: cells.map(({ text }) => text) };
  return marks.size > 0 ? { ...row, marks } : row;
}

/** Rows of a sheet as every reader hands them on. */
export function gridOf(
  name: string,
  rows: GridCell[][],
  about: { merges?: Merge[]; hiddenRows?: number[]; hiddenColumns?: number[] },
): Grid {
  const { merges = [], hiddenRows = [], hiddenColumns = [] } = about;
  spreadMerges(rows, merges);
  return { name, rows: rows.map(rawRow), hiddenRows, hiddenColumns };
}
