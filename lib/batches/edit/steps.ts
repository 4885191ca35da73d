import type { TableRow } from '@/lib/batches/table/table';

/** A change of rows by their positions, ascending: others in their places, rows that go (`cut`), rows that come back. */
export type Step =
  | { kind: 'put'; rows: [number, TableRow][] }
  | { kind: 'cut'; rows: number[] }
  | { kind: 'insert'; rows: [number, TableRow][] };

type Applied = { rows: TableRow[]; inverse: Step };

function put(rows: TableRow[], wanted: [number, TableRow][]): Applied {
  const after = rows.slice();
  const before: [number, TableRow][] = [];
  for (const [at, row] of wanted) {
    const old = after[at];
    if (old) before.push([at, old]);
    after[at] = row;
  }
  return { rows: after, inverse: { kind: 'put', rows: before } };
}

function cut(rows: TableRow[], positions: number[]): Applied {
  const gone = new Set(positions);
  const inserted = positions.flatMap((at): [number, TableRow][] => {
    const row = rows[at];
    return row ? [[at, row]] : [];
  });
  return {
    rows: rows.filter((_, at) => !gone.has(at)),
    inverse: { kind: 'insert', rows: inserted },
  };
}

function insert(rows: TableRow[], wanted: [number, TableRow][]): Applied {
  const after: TableRow[] = [];
  let taken = 0;
  for (const [at, row] of wanted) {
    const before = rows.slice(taken, taken + at - after.length);
    for (const kept of before) after.push(kept);
    taken += before.length;
    after.push(row);
  }
  for (const row of rows.slice(taken)) after.push(row);
  return { rows: after, inverse: { kind: 'cut', rows: wanted.map(([at]) => at) } };
}

/** The rows after a step, and the step that takes it back. */
export function applyStep(rows: TableRow[], step: Step): Applied {
  switch (step.kind) {
    case 'put':
      return put(rows, step.rows);
    case 'cut':
      return cut(rows, step.rows);
    case 'insert':
      return insert(rows, step.rows);
  }
}

/** Rows of what was read that a step takes out of the table; fewer than none when it brings some back. */
export function removedBy(step: Step, before: TableRow[]): number {
  if (step.kind === 'put') return 0;
  if (step.kind === 'cut') return step.rows.filter((at) => !before[at]?.added).length;
  return -step.rows.filter(([, { added }]) => !added).length;
}
