import type { CellRange } from '@/lib/batches/edit/edit-types';

export type Place = { row: number; column: number };

/** The cell that keys go to, and the other end of what is selected with it. */
export type Selection = { active: Place; end: Place };

/** How many rows and columns there are. */
export type Size = { rows: number; columns: number };

export function selectOne(place: Place): Selection {
  return { active: place, end: place };
}

export function rangeOf({ active, end }: Selection): CellRange {
  return {
    top: Math.min(active.row, end.row),
    bottom: Math.max(active.row, end.row),
    left: Math.min(active.column, end.column),
    right: Math.max(active.column, end.column),
  };
}

export function isSingle({ active, end }: Selection): boolean {
  return active.row === end.row && active.column === end.column;
}

const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);

export function inside({ row, column }: Place, { rows, columns }: Size): Place {
  return { row: within(row, rows), column: within(column, columns) };
}

/** Keeps a selection in a table that may have become smaller. */
export function fitted({ active, end }: Selection, size: Size): Selection {
  return { active: inside(active, size), end: inside(end, size) };
}

/** The next cell as Tab goes: along the row, then on in the next one. */
export function tabbed({ row, column }: Place, by: 1 | -1, size: Size): Place {
  const at = row * size.columns + column + by;
  const last = size.rows * size.columns - 1;
  const place = Math.min(Math.max(at, 0), last);
  return { row: Math.floor(place / size.columns), column: place % size.columns };
}
