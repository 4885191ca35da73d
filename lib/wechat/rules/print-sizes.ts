import { WIDTH_MAX_PX, WIDTH_MIN_PX } from './limits';

/** WeChat's own table: a code printed at `cm`, made with at least `px`, scans from up to `distanceM`. */
export const PRINT_SIZES = [
  { cm: 8, px: 258, distanceM: 0.5 },
  { cm: 12, px: 344, distanceM: 0.8 },
  { cm: 15, px: 430, distanceM: 1 },
  { cm: 30, px: 860, distanceM: 1.5 },
  { cm: 50, px: 1280, distanceM: 2.5 },
] as const;

/**
 * How small a code may be on paper, in centimetres, by the same table: narrower than `least` it scans only from nearer than
 * phones focus (less than 10 cm away), narrower than `easy` only with the phone held close to it.
 */
export const SMALL_CM = { least: 1.5, easy: 2.5 } as const;

/** @param cm width on paper */
export function sizeVerdict(cm: number): 'tooSmall' | 'small' | 'enough' {
  // Sizes that follow from a grid carry the dust of divisions.
  const rounded = Math.round(cm * 1000) / 1000;
  if (rounded < SMALL_CM.least) return 'tooSmall';
  return rounded < SMALL_CM.easy ? 'small' : 'enough';
}

const PRINT_DPI = 300;
const CM_PER_INCH = 2.54;

/** Between two lines of the table in proportion; below its first line towards nothing, beyond its last one as that. */
function alongTable(cm: number, column: 'px' | 'distanceM'): number {
  const after = PRINT_SIZES.findIndex((line) => line.cm >= cm);
  const high = PRINT_SIZES[after];
  if (!high) return PRINT_SIZES[PRINT_SIZES.length - 1]?.[column] ?? 0;
  const low = PRINT_SIZES[after - 1] ?? { cm: 0, px: 0, distanceM: 0 };
  return low[column] + ((high[column] - low[column]) * (cm - low.cm)) / (high.cm - low.cm);
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** From how far a code of this size scans; how many pixels it has does not matter. */
const distanceOf = (cm: number) => Math.max(tenth(alongTable(cm, 'distanceM')), 0.1);

/** Largest side in centimetres at which a picture still has 300 dots per inch, rounded down to a millimetre. */
export function sharpCentimetres(widthPx: number): number {
  return Math.floor((widthPx / PRINT_DPI) * CM_PER_INCH * 10) / 10;
}

/** Pixels that make a code of this width sharp from near: 300 dots per inch. */
export function sharpPixels(cm: number): number {
  return Math.ceil((cm / CM_PER_INCH) * PRINT_DPI);
}

/** The width to ask WeChat for: sharp from near as far as its largest picture goes. */
export function widthFor(cm: number): number {
  return Math.min(Math.max(sharpPixels(cm), WIDTH_MIN_PX), WIDTH_MAX_PX);
}

/**
 * The one answer to "how does it look on paper?", for the form, the page of a code and the export alike; each kind has a
 * sentence under `common.printed`.
 * - `sharp`: 300 dots per inch or more
 * - `far`: fewer, and as many as WeChat's table wants for the distance that this size is read from
 * - `coarse`: fewer than that, or larger than the table goes
 * @param widthPx of the picture
 * @param cm width on paper; null when nobody has said it: the largest that is sharp, and the largest of the table, each
 *   with the distance of its own
 */
export function printFacts(widthPx: number, cm: number | null) {
  if (cm === null || cm <= 0) {
    const { cm: farCm } = PRINT_SIZES.findLast(({ px }) => px <= widthPx) ?? PRINT_SIZES[0];
    const sharpCm = sharpCentimetres(widthPx);
    return {
      ...{ kind: 'unknown' as const, px: widthPx, cm: sharpCm, distance: distanceOf(sharpCm) },
      ...{ farCm, farDistance: distanceOf(farCm) },
    };
  }
  const dpi = Math.round((widthPx / cm) * CM_PER_INCH);
  const facts = { px: widthPx, cm, dpi, distance: distanceOf(cm) };
  if (dpi >= PRINT_DPI) return { kind: 'sharp' as const, ...facts };
  const largest = PRINT_SIZES.at(-1)?.cm ?? 0;
  const enough = cm <= largest && widthPx >= alongTable(cm, 'px');
  return { kind: enough ? ('far' as const) : ('coarse' as const), ...facts };
}
