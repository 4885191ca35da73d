import type { CellMark } from '@/lib/batches/table/raw-row';

/** From here on a number has more than the 15 digits that a spreadsheet keeps. */
const ROUNDED_FROM = 1e15;

/** A number format without what is text or colour in it. */
const bare = (format: string) => format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();

/** What a cell of a number may have been: `isDate` when its format shows a day or a time. */
export function markOf(value: number, format: string, isDate: boolean): CellMark | undefined {
  if (!isDate) return Number.isInteger(value) && Math.abs(value) >= ROUNDED_FROM ? 'rounded' : undefined;
  const code = bare(format);
  // Below 1 it is a time of day, and without a day in its format it is shown as none.
  if (value < 1 || (code !== '' && !/[dye]/.test(code) && !/general/.test(code))) return undefined;
  return /[ye]/.test(code.replaceAll('general', '')) || code === '' ? 'date' : 'shortDate';
}
