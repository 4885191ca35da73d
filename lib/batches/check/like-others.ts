import type { Table } from '@/lib/batches/table/table';

/** What an empty cell would be if it was as in the rows beside it: all that say `of` in another column say `like` there. */
export type Like = { of: string; like: string };

/** Texts of one column by those of another. */
type Dependence = Map<string, string>;

const textAt = (cells: string[], column: number) => (cells[column] ?? '').trim();

/** A store has one number, whichever of its tables it is: each text comes in several rows, and always with the same other one. */
function dependenceOf({ rows }: Table, column: number, by: number): Dependence | null {
  const found: Dependence = new Map();
  let told = 0;
  for (const { cells } of rows) {
    const [of, like] = [textAt(cells, by), textAt(cells, column)];
    if (of === '' || like === '') continue;
    told += 1;
    const known = found.get(of);
    if (known !== undefined && known !== like) return null;
    found.set(of, like);
  }
  return found.size * 2 <= told ? found : null;
}

/**
 * Looks an empty cell up in the other rows.
 * @returns a function of row and column, from 0, whose answer is null where the rows do not tell
 */
export function likeOthers(table: Table): (row: number, column: number) => Like | null {
  const known = new Map<number, { by: number; texts: Dependence }[]>();
  const dependencesOf = (column: number) => {
    const found =
      known.get(column) ??
      table.columns.flatMap((_, by) => {
        const texts = by === column ? null : dependenceOf(table, column, by);
        return texts ? [{ by, texts }] : [];
      });
    known.set(column, found);
    return found;
  };
  return (row, column) => {
    const cells = table.rows[row]?.cells ?? [];
    for (const { by, texts } of dependencesOf(column)) {
      const of = textAt(cells, by);
      const like = texts.get(of);
      if (like !== undefined) return { of, like };
    }
    return null;
  };
}
