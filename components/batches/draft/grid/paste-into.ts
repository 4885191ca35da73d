import { CELL_MAX_CHARS } from '@/lib/batches/limits';
import { cleanCell, withoutTextMark } from '@/lib/batches/table/clean-cell';
import { partsOf } from './clipboard';
import { isSingle, rangeOf, type Selection, type Size } from './selection';
import type { Operation } from './changes';

type Pasted = {
  operations: Operation[];
  /** What was pasted over. */
  selection: Selection;
  /** Rows and columns that lie outside of the table, and are left out. */
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

/** One cell fills what is selected; a block is written from the upper left cell on, as far as the table goes. */
export function pasteInto(selection: Selection, size: Size, pasted: string[][]): Pasted {
  const range = rangeOf(selection);
  const rows = pasted.map((cells) => cells.map(cleanCell));
  const none = { outside: { rows: 0, columns: 0 }, tooLong: tooLongIn(rows) };
  if (none.tooLong) return { operations: [], selection, ...none };
  const [first] = rows;
  const only = rows.length === 1 && first?.length === 1 ? first[0] : undefined;
  if (only !== undefined && !isSingle(selection))
    return {
      operations: [{ kind: 'edit', edits: [{ kind: 'fill', range, text: withoutTextMark(only) }] }],
      ...{ selection, ...none },
    };
  const { top, left } = range;
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const fitting = rows.slice(0, size.rows - top).map((cells) => cells.slice(0, size.columns - left));
  const fittingWidth = Math.min(width, size.columns - left);
  const end = { row: top + fitting.length - 1, column: left + fittingWidth - 1 };
  return {
    operations: putOperations(fitting, top, left),
    selection: { active: { row: top, column: left }, end },
    tooLong: null,
    outside: { rows: rows.length - fitting.length, columns: width - fittingWidth },
  };
}

/** In parts that one call takes; one undo takes all of them back. */
function putOperations(rows: string[][], top: number, left: number): Operation[] {
  const parts = partsOf(rows);
  return parts.map(({ row, column, cells }, index) => {
    const put = { kind: 'put' as const, top: top + row, left: left + column, cells, isPasted: true };
    return { kind: 'edit', edits: [put], ...(parts.length > 1 && { isContinued: index > 0 }) };
  });
}
