// A spreadsheet runs a cell that begins with one of these as a formula, the full-width ones included.
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a cell that a spreadsheet would run. `unguardFormula` takes exactly that one away. */
export function guardFormula(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guardFormula`. */
export function unguardFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
