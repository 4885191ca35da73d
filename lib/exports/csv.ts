import { stringify } from 'csv-stringify/sync';
import type { Cell } from './columns';

/** UTF-8 that Excel takes for UTF-8. */
export const BOM = '\uFEFF';

/** One line of CSV. A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly Cell[]): string {
  return stringify([[...cells]], {
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String },
  });
}
