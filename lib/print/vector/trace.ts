import { contours } from 'd3-contour';
import sharp from 'sharp';
import simplify from 'simplify-js';
import { compare, isAlike } from './compare';
import { findLogoCircle, isPicture, type LogoCircle } from './logo-circle';
import { coverageOf, inkOf, isTransparent, onWhite, type Ink, type Picture, type Pixels } from './pixels';
import { UNITS_PER_PX, type Logo, type Vector, type VectorOutcome } from './vector';

/** Between ink and paper. */
const EDGE = 0.5;
/** In pixels: how far a line may run beside the contour. */
const TOLERANCE = 0.04;

const toPoint = ([x = 0, y = 0]: number[]) => ({ x, y });
const toUnits = ({ x, y }: { x: number; y: number }) => ({
  x: Math.round(x * UNITS_PER_PX),
  y: Math.round(y * UNITS_PER_PX),
});

/** One closed line, in whole units; each step from the one before, which is a third shorter than places. */
function ringPath(ring: number[][]): string {
  const corners = simplify(ring.map(toPoint), TOLERANCE, true);
  const points = corners.map(toUnits);
  const [first, ...rest] = points.slice(0, -1);
  if (!first || rest.length < 2) return '';
  let last = first;
  const steps = rest.map((point) => {
    const step = `${point.x - last.x} ${point.y - last.y}`;
    last = point;
    return step;
  });
  return `M${first.x} ${first.y}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

/** Marching squares: where the ink ends is known to a fraction of a pixel, since the greys of an edge say it. */
function pathOf(coverage: Float32Array, { width, height }: Pixels): string {
  // Its types ask for an array; what it does is to read by index.
  const { coordinates } = contours().size([width, height]).contour(Array.from(coverage), EDGE);
  return coordinates
    .flat()
    .map((ring) => ringPath(ring))
    .join('');
}

async function cutOut({ data, width, height }: Pixels, { x, y, inner }: LogoCircle): Promise<Logo> {
  const [left, top] = [Math.floor(x - inner), Math.floor(y - inner)];
  const side = Math.ceil(2 * inner);
  const png = await sharp(data, { raw: { width, height, channels: 4 } })
    .extract({ left, top, width: side, height: side })
    .png()
    .toBuffer();
  return { x: left * UNITS_PER_PX, y: top * UNITS_PER_PX, size: side * UNITS_PER_PX, png };
}

function emptied(coverage: Float32Array, { width }: Pixels, circle: LogoCircle): Float32Array {
  const radius = (circle.inner + circle.outer) / 2;
  const rest = Float32Array.from(coverage);
  for (let at = 0; at < rest.length; at += 1) {
    const [x, y] = [(at % width) + 0.5 - circle.x, Math.floor(at / width) + 0.5 - circle.y];
    if (x * x + y * y < radius * radius) rest[at] = 0;
  }
  return rest;
}

type Original = { picture: Picture; ink: Ink; coverage: Float32Array };

async function shapesOf(pixels: Pixels, { picture, ink, coverage }: Original): Promise<Vector> {
  const { width, height } = pixels;
  const circle = findLogoCircle({ coverage, width, height });
  const kept = circle && isPicture(picture, { ink, coverage, circle }) ? circle : null;
  return {
    kind: 'traced',
    width: width * UNITS_PER_PX,
    height: height * UNITS_PER_PX,
    color: ink.color,
    ground: isTransparent(pixels) ? null : '#ffffff',
    path: pathOf(kept ? emptied(coverage, pixels, kept) : coverage, pixels),
    logo: kept && (await cutOut(pixels, kept)),
  };
}

/**
 * A round code as shapes along its grey levels, drawn again and compared with the picture. What lies in the middle and is
 * more than ink on paper stays the picture that it is.
 */
export async function trace(pixels: Pixels): Promise<VectorOutcome> {
  const picture = onWhite(pixels);
  const ink = inkOf(picture);
  if (!ink) return { vector: null, reason: 'unlike', difference: null };
  const original = { picture, ink, coverage: coverageOf(picture, ink) };
  const vector = await shapesOf(pixels, original);
  const compared = await compare(vector, original);
  const { difference } = compared;
  return isAlike(compared) ? { vector, difference } : { vector: null, reason: 'unlike', difference };
}
