import sharp from 'sharp';
import { coverageOf, onWhite, type Ink, type Picture } from './pixels';
import { DIFFERENCE_MOST, type Vector } from './vector';
import { vectorSvg } from './vector-svg';

type Original = { picture: Picture; coverage: Float32Array; ink: Ink };
/** `lost`: the share of pixels that are ink in the one and paper in the other. */
type Compared = { difference: number; lost: number };

const EDGE = 0.5;
const HUE_OFF = 110;
const WHOLLY = 0.6;

function hueOff(one: Picture, other: Picture, at: number): number {
  const warm = Math.abs((one.warm[at] ?? 0) - (other.warm[at] ?? 0));
  return warm + Math.abs((one.cold[at] ?? 0) - (other.cold[at] ?? 0));
}

function countOff({ picture, coverage, ink }: Original, again: Picture) {
  const drawn = coverageOf(again, ink);
  let [inked, off, lost] = [0, 0, 0];
  for (let at = 0; at < coverage.length; at += 1) {
    const [share, other] = [coverage[at] ?? 0, drawn[at] ?? 0];
    inked += share;
    if (share >= EDGE !== other >= EDGE || hueOff(picture, again, at) > HUE_OFF) off += 1;
    if (Math.abs(share - other) > WHOLLY) lost += 1;
  }
  return { inked, off, lost };
}

/** The drawing as large as the picture it was made from, pixel by pixel. */
export async function compare(vector: Vector, original: Original): Promise<Compared> {
  const { width, height } = original.picture;
  const svg = vectorSvg(vector, { width: `${width}`, height: `${height}` });
  const data = await sharp(Buffer.from(svg), { unlimited: true }).ensureAlpha().raw().toBuffer();
  const { inked, off, lost } = countOff(original, onWhite({ data, width, height }));
  return { difference: inked === 0 ? 1 : off / inked, lost: lost / (width * height) };
}

/** Of all pixels. A dot that is missing or too many is far above it. */
const LOST_MOST = 0.00001;

export const isAlike = ({ difference, lost }: Compared) => difference <= DIFFERENCE_MOST && lost <= LOST_MOST;
