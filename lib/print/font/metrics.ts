import { RUNS, WIDTHS } from './noto-sans-sc';

// One measure for the preview and for the file, so that what is seen is what is printed.

const UNITS_PER_EM = 1000;
const PT_PER_MM = 72 / 25.4;
export const MM_PER_PT = 1 / PT_PER_MM;
/** Of the capitals, in em: text looks centred when they are. */
export const CAP_HEIGHT_EM = 0.733;

const numbers = (lines: readonly string[]): number[][] =>
  lines.flatMap((line) => line.split(' ')).map((item) => item.split('.').map((part) => parseInt(part, 36)));

const odd = new Map<number, { regular: number; bold: number }>();
let lastOdd = 0;
for (const [step = 0, regular = 0, bold = 0] of numbers(WIDTHS)) {
  lastOdd += step;
  odd.set(lastOdd, { regular, bold });
}

const drawn = new Set<number>();
let lastRun = 0;
for (const [step = 0, length = 0] of numbers(RUNS)) {
  const first = lastRun + step;
  lastRun = first + length - 1;
  for (let point = first; point <= lastRun; point += 1) drawn.add(point);
}

/** Whether the font can draw it; asked of every character of every row. */
export function hasGlyph(character: string): boolean {
  return drawn.has(character.codePointAt(0) ?? 0);
}

/** How wide a text is, in em, without kerning. */
export function emsOf(text: string, bold: boolean): number {
  let units = 0;
  for (const character of text) {
    const widths = odd.get(character.codePointAt(0) ?? 0);
    units += widths ? (bold ? widths.bold : widths.regular) : UNITS_PER_EM;
  }
  return units / UNITS_PER_EM;
}
