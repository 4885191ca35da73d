import { EDIT_MAX_CELLS, EDIT_MAX_CHARS } from '@/lib/batches/limits';

/**
 * Rows as a spreadsheet puts them on the clipboard: tabs between cells, and quotes around a cell that holds a tab, a line
 * end or a quote at its beginning.
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy;
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let row: string[] = []; ;) {
    const [, quoted, bare = '', end = ''] = cell.exec(plain) ?? [];
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\t') continue;
    rows.push(row);
    if (end === '') return rows;
    row = [];
  }
}

/** The other side of `readTsv`. */
export function writeTsv(rows: string[][]): string {
  const quoted = (cell: string) => (/[\t\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

/** A part of rows, and where it begins in them. */
export type Part = { row: number; column: number; cells: string[][] };

const charsOf = (cells: string[]) => cells.reduce((sum, { length }) => sum + length, 0);

/** A row in pieces that one call may change. */
function piecesOf(row: number, cells: string[]): Part[] {
  const pieces: Part[] = [];
  let [column, chars] = [0, 0];
  for (const [at, { length }] of cells.entries()) {
    if (at > column && chars + length > EDIT_MAX_CHARS) {
      pieces.push({ row, column, cells: [cells.slice(column, at)] });
      [column, chars] = [at, 0];
    }
    chars += length;
  }
  return [...pieces, { row, column, cells: [cells.slice(column)] }];
}

/** Rows in parts that one call may change. */
export function partsOf(rows: string[][]): Part[] {
  const parts: Part[] = [];
  let [part, size, chars]: [string[][], number, number] = [[], 0, 0];
  const close = (row: number) => {
    if (part.length > 0) parts.push({ row: row - part.length, column: 0, cells: part });
    [part, size, chars] = [[], 0, 0];
  };
  for (const [row, cells] of rows.entries()) {
    const length = charsOf(cells);
    if (size + cells.length > EDIT_MAX_CELLS || chars + length > EDIT_MAX_CHARS) close(row);
    if (length > EDIT_MAX_CHARS) {
      parts.push(...piecesOf(row, cells));
      continue;
    }
    part.push(cells);
    size += cells.length;
    chars += length;
  }
  close(rows.length);
  return parts;
}
