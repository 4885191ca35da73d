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

/** Rows in parts that one call may change. */
export function partsOf(rows: string[][]): string[][][] {
  const parts: string[][][] = [];
  let [part, cells, chars]: [string[][], number, number] = [[], 0, 0];
  for (const row of rows) {
    const length = row.reduce((sum, cell) => sum + cell.length, 0);
    if (part.length > 0 && (cells + row.length > EDIT_MAX_CELLS || chars + length > EDIT_MAX_CHARS)) {
      parts.push(part);
      [part, cells, chars] = [[], 0, 0];
    }
    part.push(row);
    cells += row.length;
    chars += length;
  }
  return part.length > 0 ? [...parts, part] : parts;
}
