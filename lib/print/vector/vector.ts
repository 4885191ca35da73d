/** Of a path, for each pixel of what was traced. */
export const UNITS_PER_PX = 32;

/** The round picture in the middle of a code. In units; it is square, and seen within its circle. */
export type Logo = { x: number; y: number; size: number; png: Uint8Array };

/** A code as shapes of one color. */
export type Vector = {
  /** `traced`: round codes, along their grey levels; `decoded`: square ones, read and drawn anew. */
  kind: 'traced' | 'decoded';
  /** In the units of `path`. */
  width: number;
  height: number;
  color: string;
  /** What lies below; null for a transparent picture. */
  ground: string | null;
  /** Of SVG; even and odd. */
  path: string;
  logo: Logo | null;
};

type Frame = { x: number; y: number; width: number; height: number };

/** In the middle of a frame, as large as that allows. */
export function inFrame({ width, height }: Vector, frame: Frame) {
  const scale = Math.min(frame.width / width, frame.height / height);
  const left = frame.x + (frame.width - width * scale) / 2;
  const top = frame.y + (frame.height - height * scale) / 2;
  return { left, top, scale };
}

/**
 * `difference`: the share of what is inked that differs from the picture once it is drawn again, or of the modules of a square
 * code; null for a square code that cannot be read.
 */
export type VectorOutcome =
  | { vector: Vector; difference: number }
  | { vector: null; reason: 'unlike' | 'unreadable'; difference: number | null };

/** Up to where shapes are given out. Edges that the pixels of a picture of 280 leave open make up to 1.7 %. */
export const DIFFERENCE_MOST = 0.02;

/** As records and manifests say it. `picture`: the shapes were not close enough, or there are none. */
export type VectorFacts = { drawnAs: Vector['kind'] | 'picture'; differencePercent: number | null };

export const percentOf = (difference: number) => Math.round(difference * 10_000) / 100;

export function factsOf({ vector, difference }: VectorOutcome): VectorFacts {
  const differencePercent = difference === null ? null : percentOf(difference);
  return { drawnAs: vector?.kind ?? 'picture', differencePercent };
}
