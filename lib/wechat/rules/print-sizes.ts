/** WeChat's own table: a code printed at `cm`, made with at least `px`, scans from up to `distanceM`. */
export const PRINT_SIZES = [
  { cm: 8, px: 258, distanceM: 0.5 },
  { cm: 12, px: 344, distanceM: 0.8 },
  { cm: 15, px: 430, distanceM: 1 },
  { cm: 30, px: 860, distanceM: 1.5 },
  { cm: 50, px: 1280, distanceM: 2.5 },
] as const;

export type PrintSize = (typeof PRINT_SIZES)[number];

const PRINT_DPI = 300;
const CM_PER_INCH = 2.54;

/** The largest line of the table that a width reaches. */
export function printSizeOf(widthPx: number): PrintSize {
  return PRINT_SIZES.findLast(({ px }) => px <= widthPx) ?? PRINT_SIZES[0];
}

/** Largest side in centimetres at which a picture still has 300 dots per inch, rounded down to a millimetre. */
export function sharpCentimetres(widthPx: number): number {
  return Math.floor((widthPx / PRINT_DPI) * CM_PER_INCH * 10) / 10;
}
