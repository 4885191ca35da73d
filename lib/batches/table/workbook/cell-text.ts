import { dateToSerial, formatValue } from 'hucre';
import type { Cell, CellValue } from 'hucre/xlsx';

/** What Excel itself shows for a formula that it could not calculate; here also one that was saved without a result. */
const NO_RESULT = '#CALC!';

/** Excel keeps 15 digits; what lies beyond in a binary fraction (0.30000000000000004) nobody ever typed. */
const DIGITS = 15;

/** Serial numbers below this have no day: times of day and durations. */
const FIRST_DAY = 1;

/** A whole number past 2^53, in 15 digits and zeros. */
function hugeText(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(DIGITS - 1).split('e');
  return String(BigInt(mantissa.replace('.', '')) * 10n ** BigInt(Number(exponent) - (DIGITS - 1)));
}

function numberText(value: number): string {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? String(value) : hugeText(value);
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}

/**
 * Whether a number format only lays digits out: padding (`000`), thousands, decimals, percent, text around them. Others
 * (scientific, fractions, conditions, Chinese numerals) are left to the plain number.
 */
function isLayout(format: string): boolean {
  const code = format.replace(
    /"[^"]*"|\\.|_.|\*.|\[(?:Red|Black|Blue|Green|White|Yellow|Cyan|Magenta)\]/gi,
    '',
  );
  return /[0#]/.test(code) && /^[0#.,%\s;()+\-¥$€£]*$/.test(code);
}

function dateText(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const serial = dateToSerial(date);
  const [day = '', time = ''] = date.toISOString().split('T');
  const clock = time.slice(0, time.startsWith(':00', 5) ? 5 : 8);
  if (serial < FIRST_DAY) return clock;
  // `[h]:mm` counts hours past a day.
  if (/\[h+\]/i.test(format)) return formatValue(serial, format);
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** A number in its layout, where its format only lays digits out; else plain, without an exponent. */
export function formatNumber(value: number, format: string): string {
  const isSafe = !Number.isInteger(value) || Number.isSafeInteger(value);
  return isSafe && isLayout(format) ? formatValue(value, format).trim() : numberText(value);
}

function valueText(value: CellValue, format: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateText(value, format) : value;
}

/**
 * A cell as text, as a person sees it in the sheet: numbers in their layout (`007`) and without exponents, dates as
 * `2026-01-05` or `2026-01-05 09:30`, the stored result of a formula. Errors keep their name (`#N/A`), which a dry run
 * refuses.
 * @param details what the reader knows beyond the value, for cells with a format, a formula or an error
 */
export function cellText(value: CellValue, details: Cell | undefined): string {
  const shown = details?.formulaResult ?? value;
  if (shown === null && details?.formula !== undefined) return NO_RESULT;
  return valueText(shown, details?.style?.numFmt ?? '');
}
