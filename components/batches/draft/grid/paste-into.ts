import { CELL_MAX_CHARS, TABLE_MAX_ROWS } from '@/lib/batches/limits';
import type { TableEdit } from '@/lib/batches/edit/edit-types';
import { cleanCell, withoutTextMark } from '@/lib/batches/table/cells/clean-cell';
import { partsOf } from './clipboard';
import { isSingle, rangeOf, type Selection, type Size } from './selection';
import type { Operation } from './changes';

type Pasted = {
  operations: Operation[];
  /** What was pasted over. */
  selection: Selection;
  /** Columns that the table does not have, and rows beyond the most that one has: they are left out. */
  outside: Size;
  /** A cell that no cell takes, by its place in the block, from 1; nothing is pasted then. */
  tooLong: { row: number; column: number; actual: number } | null;
};

function tooLongIn(rows: string[][]): Pasted['tooLong'] {
  for (const [row, cells] of rows.entries())
    for (const [column, { length }] of cells.entries())
      if (length > CELL_MAX_CHARS) return { row: row + 1, column: column + 1, actual: length };
  return null;
}

const isEmpty = (cells: string[]) => cells.every((text) => text === '');

/** Without empty rows at its end, which would be added to the table; `kept` of them stand in it anyway. */
function withoutEmptyEnd(rows: string[][], kept: number): string[][] {
  const last = rows.findLastIndex((cells) => !isEmpty(cells));
  return rows.slice(0, Math.max(last + 1, kept));
}

/**
 * One cell fills what is selected; a block is written from the upper left cell on, as far as the columns go, and rows are
 * added for what goes on below the last one.
 */
export function pasteInto(selection: Selection, size: Size, pasted: string[][]): Pasted {
  const range = rangeOf(selection);
  const { top, left } = range;
  const cleaned = pasted.map((cells) => cells.map(cleanCell));
  const rows = withoutEmptyEnd(cleaned, size.rows - top);
  const none = { outside: { rows: 0, columns: 0 }, tooLong: tooLongIn(rows) };
  if (none.tooLong) return { operations: [], selection, ...none };
  const [first] = rows;
  const only = rows.length === 1 && first?.length === 1 ? first[0] : undefined;
  if (only !== undefined && !isSingle(selection))
    return {
      operations: [{ kind: 'edit', edits: [{ kind: 'fill', range, text: withoutTextMark(only) }] }],
      ...{ selection, ...none },
    };
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const fitting = rows.slice(0, TABLE_MAX_ROWS - top).map((cells) => cells.slice(0, size.columns - left));
  const fittingWidth = Math.min(width, size.columns - left);
  const end = { row: top + fitting.length - 1, column: left + fittingWidth - 1 };
  return {
    operations: putOperations(fitting, { top, left, added: top + fitting.length - size.rows }),
    selection: { active: { row: top, column: left }, end },
    tooLong: null,
    outside: { rows: rows.length - fitting.length, columns: width - fittingWidth },
  };
}

/** In parts that one call takes; one undo takes all of them back. */
function putOperations(
  rows: string[][],
  { top, left, added }: { top: number; left: number; added: number },
): Operation[] {
  const puts = partsOf(rows).map(({ row, column, cells }): TableEdit => ({
    ...{ kind: 'put', top: top + row, left: left + column },
    ...{ cells, isPasted: true },
  }));
  const edits: TableEdit[] = added > 0 ? [{ kind: 'add', rows: added }, ...puts] : puts;
  return edits.map((edit, index) => ({
    ...{ kind: 'edit', edits: [edit] },
    ...(edits.length > 1 && { isContinued: index > 0 }),
  }));
}
