import { stringify } from 'csv-stringify/sync';
import { guardFormula } from './formula-guard';

/** UTF-8 that Excel takes for UTF-8. */
export const BOM = '\uFEFF';

type Cell = string | number | boolean | null;

/**
 * One line of CSV, safe in a spreadsheet: a text that it would run as a formula gets an apostrophe before it, which
 * `unguardFormula` takes away again. A number is no formula.
 */
export function csvLine(cells: readonly Cell[]): string {
  return stringify([[...cells]], {
    record_delimiter: 'windows',
    // By itself it quotes only the line end that it writes, and a note may hold the other one.
    quoted_match: /[\r\n]/,
    cast: { boolean: String, string: guardFormula },
  });
}
