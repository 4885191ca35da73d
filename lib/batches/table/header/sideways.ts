import { filledCells, type CellMark, type RawRow } from '@/lib/batches/table/raw-row';
import { fieldOfHeader } from './header-words';

/** A table that stands on its side has a row for each of its columns: few. */
const NAMES_MAX = 30;

const isWord = (cell: string | undefined) => fieldOfHeader(cell ?? '') !== null;

/**
 * Whether names stand in the first column instead of the first row: words that columns are called by, one in each row,
 * with no such word anywhere else.
 * @param rows without empty ones
 */
export function looksSideways(rows: RawRow[]): boolean {
  if (rows.length < 2 || rows.length > NAMES_MAX) return false;
  const firsts = rows.map(({ cells }) => cells[0]);
  if (!isWord(firsts[0]) || firsts.filter(isWord).length * 3 < rows.length * 2) return false;
  if (new Set(firsts.map((cell) => cell?.trim())).size < rows.length) return false;
  const values = rows.map(({ cells }) => filledCells({ cells: cells.slice(1) }));
  return values.every((cells) => cells.length > 0 && !cells.some(isWord));
}

/** Columns as rows; the line of each is the number of its column. */
export function turned(rows: RawRow[]): RawRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const marks = new Map<number, CellMark>();
    for (const [index, row] of rows.entries()) {
      const mark = row.marks?.get(column);
      if (mark) marks.set(index, mark);
    }
    const cells = rows.map((row) => row.cells[column] ?? '');
    return { line: column + 1, cells, ...(marks.size > 0 ? { marks } : {}) };
  }).filter((row) => filledCells(row).length > 0);
}
