import { partsOf } from './clipboard';
import { isSingle, rangeOf, type Selection, type Size } from './selection';
import type { Operation } from './use-table-edits';

type Pasted = {
  operations: Operation[];
  /** What was pasted over. */
  selection: Selection;
  /** Rows and columns that lie outside of the table, and are left out. */
  outside: Size;
};

/** One cell fills what is selected; a block is written from the upper left cell on, as far as the table goes. */
export function pasteInto(selection: Selection, size: Size, rows: string[][]): Pasted {
  const range = rangeOf(selection);
  const [first] = rows;
  const only = rows.length === 1 && first?.length === 1 ? first[0] : undefined;
  if (only !== undefined && !isSingle(selection))
    return {
      operations: [{ kind: 'edit', edits: [{ kind: 'fill', range, text: only }] }],
      ...{ selection, outside: { rows: 0, columns: 0 } },
    };
  const { top, left } = range;
  const width = Math.max(...rows.map(({ length }) => length));
  const fitting = rows.slice(0, size.rows - top).map((cells) => cells.slice(0, size.columns - left));
  const fittingWidth = Math.min(width, size.columns - left);
  const end = { row: top + fitting.length - 1, column: left + fittingWidth - 1 };
  return {
    operations: putOperations(fitting, top, left),
    selection: { active: { row: top, column: left }, end },
    outside: { rows: rows.length - fitting.length, columns: width - fittingWidth },
  };
}

/** In parts that one call takes; one undo takes all of them back. */
function putOperations(rows: string[][], top: number, left: number): Operation[] {
  const parts = partsOf(rows);
  let row = top;
  return parts.map((cells, index) => {
    const put = { kind: 'put' as const, top: row, left, cells, isPasted: true };
    row += cells.length;
    return { kind: 'edit', edits: [put], ...(parts.length > 1 && { isContinued: index > 0 }) };
  });
}
