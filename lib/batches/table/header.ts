import { isErrorColumn } from './error-columns';
import { fieldOfHeader } from './header-words';
import { TABLE_MAX_COLUMNS } from '@/lib/batches/limits';
import type { TableRow } from './table';

/** Enough rows to see what the values of a column look like. */
const PROBE_ROWS = 50;

/** A column's name as a spreadsheet shows it: A, B … Z, AA. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** What a value looks like: digits as 0, runs of letters as a, everything else as it is. `A12` → `a00`. */
function shapeOf(value: string): string {
  return value
    .trim()
    .replace(/[0-9]/g, '0')
    .replace(/\p{L}+/gu, 'a');
}

/** Whether the first cell looks like the values under it, as `A01` does above `A02`; plain words say nothing. */
function looksLikeData(first: string, values: string[]): boolean {
  const shape = shapeOf(first);
  if (shape === '' || shape === 'a') return false;
  return values.filter((value) => shapeOf(value) === shape).length * 2 > values.length;
}

/**
 * Whether the first row names the columns. It does when it holds a word that columns are called by (`桌号`, `scene`), and
 * unless one of its cells looks like the values under it or is a number.
 */
export function guessHasHeader(rows: TableRow[]): boolean {
  const [first, ...rest] = rows.slice(0, PROBE_ROWS);
  if (!first) return false;
  if (first.cells.some((cell) => fieldOfHeader(cell) !== null || isErrorColumn(cell))) return true;
  if (first.cells.some((cell) => /^[-+]?\d+([.,]\d+)*$/.test(cell.trim()))) return false;
  return !first.cells.some((cell, index) => {
    const values = rest.map((row) => row.cells[index] ?? '').filter((value) => value.trim() !== '');
    return values.length > 0 && looksLikeData(cell, values);
  });
}

/** Unique column names out of a header row: an empty one gets its letters, a repeated one a number. */
export function columnNames(header: string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: Math.min(width, TABLE_MAX_COLUMNS) }, (_, index) => {
    const wanted = (header[index] ?? '').trim().replace(/\s+/g, ' ') || columnLetters(index);
    let name = wanted;
    for (let copy = 2; taken.has(name); copy += 1) name = `${wanted} (${copy})`;
    taken.add(name);
    return name;
  });
}
