import type { Ink, Picture } from './pixels';

/** In pixels from the middle of the picture: the logo ends at `inner`, the code begins at `outer`. */
export type LogoCircle = { x: number; y: number; inner: number; outer: number };

// Shares of the side. WeChat says nowhere how large the circle is, so it is found: the last ring around the middle on which nothing lies.
const NEAREST = 0.06;
const FARTHEST = 0.28;
const RING_LEAST = 0.008;
const EMPTY = 0.35;
const ANGLES = 720;

type Coverage = { coverage: Float32Array; width: number; height: number };

function isEmptyAt({ coverage, width, height }: Coverage, radius: number): boolean {
  for (let step = 0; step < ANGLES; step += 1) {
    const angle = (step / ANGLES) * 2 * Math.PI;
    const x = Math.round(width / 2 - 0.5 + radius * Math.cos(angle));
    const y = Math.round(height / 2 - 0.5 + radius * Math.sin(angle));
    if ((coverage[y * width + x] ?? 0) > EMPTY) return false;
  }
  return true;
}

/** @returns null where nothing parts the middle from the rest */
export function findLogoCircle(picture: Coverage): LogoCircle | null {
  const { width, height } = picture;
  const side = Math.min(width, height);
  const last = Math.floor(FARTHEST * side);
  let outer = -1;
  for (let radius = last; radius >= NEAREST * side; radius -= 1) {
    const isEmpty = isEmptyAt(picture, radius);
    if (isEmpty && outer < 0) outer = radius;
    if (isEmpty || outer < 0) continue;
    // Beyond the last ring that was looked at there may be more of nothing: then it is no circle for a logo.
    if (outer - radius >= RING_LEAST * side && outer < last)
      return { x: width / 2, y: height / 2, inner: radius + 1, outer };
    outer = -1;
  }
  return null;
}

const HUE_OFF = 90;
/** Of the circle. */
const COLORED_LEAST = 0.005;
/** Grey that is neither ink nor paper nor the edge between them. */
const [HALF_LOW, HALF_HIGH, HALF_STEP] = [0.2, 0.8, 0.12];

function isHalfTone(coverage: Float32Array, width: number, at: number): boolean {
  const here = coverage[at] ?? 0;
  if (here < HALF_LOW || here > HALF_HIGH) return false;
  const aside = Math.max(Math.abs((coverage[at - 1] ?? 0) - here), Math.abs((coverage[at + 1] ?? 0) - here));
  const below = Math.abs((coverage[at - width] ?? 0) - here);
  return Math.max(aside, below, Math.abs((coverage[at + width] ?? 0) - here)) < HALF_STEP;
}

type Seen = { ink: Ink; coverage: Float32Array; circle: LogoCircle };

/** Whether what lies in the circle is more than ink on paper, such as a face or a colored mark. */
export function isPicture({ width, height, warm, cold }: Picture, { ink, coverage, circle }: Seen): boolean {
  let [off, all] = [0, 0];
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [(at % width) + 0.5 - circle.x, Math.floor(at / width) + 0.5 - circle.y];
    if (x * x + y * y > circle.inner * circle.inner) continue;
    const share = coverage[at] ?? 0;
    const hue = Math.abs((warm[at] ?? 0) - ink.warm * share) + Math.abs((cold[at] ?? 0) - ink.cold * share);
    all += 1;
    if (hue > HUE_OFF || isHalfTone(coverage, width, at)) off += 1;
  }
  return off > all * COLORED_LEAST;
}
