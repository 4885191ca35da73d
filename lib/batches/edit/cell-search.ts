import type { Table } from '@/lib/batches/table/table';
import { literalPattern } from '@/lib/input/literal-pattern';
import type { CellSearch, FoundCell } from './edit-types';

function patternOf({ text, matchCase, wholeCell }: CellSearch): RegExp {
  const literal = literalPattern(text);
  return new RegExp(wholeCell ? `^${literal}$` : literal, matchCase ? 'gu' : 'giu');
}

/** The text of a cell with every place that fits replaced. */
export function replacerOf(search: CellSearch, by: string): (text: string) => string {
  const pattern = patternOf(search);
  // A function, so that `$&` is text.
  return (text) => text.replace(pattern, () => by);
}

/** The first cell that fits after this one, row by row and from the beginning again. */
export function findCell(
  { rows, columns }: Table,
  search: CellSearch,
  after: { row: number; column: number },
): FoundCell {
  const pattern = patternOf(search);
  const width = columns.length;
  const start = after.row * width + after.column;
  let [first, next, matches]: [number | null, number | null, number] = [null, null, 0];
  for (const [row, { cells }] of rows.entries())
    for (const [column, text] of cells.entries()) {
      pattern.lastIndex = 0;
      if (!pattern.test(text)) continue;
      const at = row * width + column;
      matches += 1;
      first ??= at;
      if (at > start) next ??= at;
    }
  const found = next ?? first;
  return found === null ? null : { row: Math.floor(found / width), column: found % width, matches };
}
