import type { ReadTable } from './table';

/** What a program sends: nothing is guessed or mended, every cell is what was meant. */
export function rowsTable({ columns, rows }: { columns: string[]; rows: string[][] }): ReadTable {
  const table = { columns, rows: rows.map((cells, index) => ({ line: index + 1, cells })) };
  return { table, origin: { kind: 'rows' }, findings: [] };
}
