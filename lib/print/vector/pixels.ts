// Loops over a million pixels: no function is made and no object built within them.

/** Red, green, blue and alpha of each pixel, row by row. */
export type Pixels = { data: Uint8Array; width: number; height: number };

/** How a picture looks on white paper, a number for each pixel. The hue is how far red and blue are from green. */
export type Picture = {
  width: number;
  height: number;
  luma: Float32Array;
  warm: Float32Array;
  cold: Float32Array;
};

/** Whether nothing lies below a code: its corner is free. */
export const isTransparent = ({ data }: Pixels) => (data[3] ?? 255) < 128;

const PAPER = 255;
const [RED, GREEN, BLUE] = [0.299, 0.587, 0.114];

export function onWhite({ data, width, height }: Pixels): Picture {
  const count = width * height;
  const empty = () => new Float32Array(count);
  const picture = { width, height, luma: empty(), warm: empty(), cold: empty() };
  for (let at = 0; at < count; at += 1) {
    const alpha = (data[at * 4 + 3] ?? 0) / 255;
    const red = PAPER + ((data[at * 4] ?? 0) - PAPER) * alpha;
    const green = PAPER + ((data[at * 4 + 1] ?? 0) - PAPER) * alpha;
    const blue = PAPER + ((data[at * 4 + 2] ?? 0) - PAPER) * alpha;
    picture.luma[at] = RED * red + GREEN * green + BLUE * blue;
    picture.warm[at] = red - green;
    picture.cold[at] = blue - green;
  }
  return picture;
}

/** The one ink of a code. `color` is #rrggbb. */
export type Ink = { luma: number; warm: number; cold: number; color: string };

/** Around the ink, as a JPEG scatters it. */
const SCATTER = 14;
/** Of the side: what lies in the middle may have colors of its own. */
const MIDDLE = 0.24;

function outside({ width, height }: Picture): Uint8Array {
  const flags = new Uint8Array(width * height);
  const radius = MIDDLE * Math.min(width, height);
  for (let at = 0; at < flags.length; at += 1) {
    const [x, y] = [(at % width) - width / 2, Math.floor(at / width) - height / 2];
    flags[at] = x * x + y * y < radius * radius ? 0 : 1;
  }
  return flags;
}

function histogram({ luma }: Picture, counted: Uint8Array): number[] {
  const counts = Array.from({ length: PAPER + 1 }, () => 0);
  for (let at = 0; at < luma.length; at += 1) {
    const level = Math.round(luma[at] ?? 0);
    counts[level] = (counts[level] ?? 0) + (counted[at] ?? 0);
  }
  return counts;
}

/** The level below which `share` of what is darker than `limit` lies. */
function levelOf(counts: number[], limit: number, share: number): number {
  const total = counts.slice(0, limit).reduce((sum, count) => sum + count, 0);
  let below = 0;
  return counts.findIndex((count) => (below += count) >= total * share);
}

const NEARLY_BLACK = 24;

function hexOf({ luma, warm, cold }: Omit<Ink, 'color'>): string {
  const green = luma - RED * warm - BLUE * cold;
  const channels = [green + warm, green, green + cold];
  if (Math.max(...channels) < NEARLY_BLACK) return '#000000';
  return `#${channels
    .map((channel) =>
      Math.round(Math.min(PAPER, Math.max(0, channel)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** What is lighter is paper that a JPEG has tinted. */
const LIGHTEST_INK = PAPER - 40;
/** Of all pixels. */
const INK_LEAST = 0.005;

/** At the edges of lines a JPEG mixes the color of the ink with that of the paper: the lightest of a pixel and four around it. */
function lightestNear(luma: Float32Array, at: number, [aside, below]: [number, number]): number {
  return Math.max(
    luma[at] ?? PAPER,
    luma[at - aside] ?? PAPER,
    luma[at + aside] ?? PAPER,
    luma[at - below] ?? PAPER,
    luma[at + below] ?? PAPER,
  );
}

function sumOfInk({ luma, warm, cold, width }: Picture, counted: Uint8Array, level: number) {
  const near = Math.max(1, Math.round(width / 300));
  const steps: [number, number] = [near, near * width];
  const sum = { luma: 0, warm: 0, cold: 0, count: 0 };
  for (let at = 0; at < luma.length; at += 1) {
    if (counted[at] === 0 || lightestNear(luma, at, steps) > level + SCATTER) continue;
    sum.luma += luma[at] ?? 0;
    sum.warm += warm[at] ?? 0;
    sum.cold += cold[at] ?? 0;
    sum.count += 1;
  }
  return sum;
}

/** @returns null for a picture with next to nothing on it */
export function inkOf(picture: Picture): Ink | null {
  const counted = outside(picture);
  const counts = histogram(picture, counted);
  const darkest = levelOf(counts, PAPER - 20, 0.02);
  const level = levelOf(counts, Math.ceil((darkest + PAPER) / 2), 0.5);
  const { count, ...sum } = sumOfInk(picture, counted, level);
  if (level > LIGHTEST_INK || count < picture.luma.length * INK_LEAST) return null;
  const mean = { luma: sum.luma / count, warm: sum.warm / count, cold: sum.cold / count };
  return { ...mean, color: hexOf(mean) };
}

/** How much of each pixel is inked, 0 to 1. */
export function coverageOf({ luma }: Picture, ink: Ink): Float32Array {
  return luma.map((value) => Math.min(1, Math.max(0, (PAPER - value) / (PAPER - ink.luma))));
}
