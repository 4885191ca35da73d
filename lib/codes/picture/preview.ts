import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { LineColor } from '@/lib/wechat/rules/parameters';
import { WIDTH_MAX_PX, WIDTH_MIN_PX } from '@/lib/wechat/rules/limits';

/** Parameters as they stand in a form: perhaps incomplete, perhaps not legal yet. */
export type SketchInput = {
  endpoint: Endpoint;
  path: string;
  scene: string;
  page: string;
  width: number | null;
  autoColor: boolean;
  lineColor: LineColor;
  isHyaline: boolean;
};

export type SketchDot = { x: number; y: number };

/**
 * A drawing in the manner of a code. It holds no data and cannot be scanned: WeChat alone makes codes, and asking it for
 * every keystroke would spend the permanent limit.
 */
export type Sketch = {
  kind: 'sun' | 'square';
  viewWidth: number;
  viewHeight: number;
  /** SVG path data: strokes of a sun code, filled modules of a square one. */
  path: string;
  /** Centres of the finder marks; a square code draws its own as part of `path`. */
  eyes: SketchDot[];
  /** CSS colour of the lines, or null when WeChat picks it. */
  color: string | null;
  transparent: boolean;
  /** Side of the picture as a share of the largest one, from 0 to 1. */
  scale: number;
};

export const SUN_SIDE = 430;
export const SUN_STROKE = 7;
export const SUN_EYE_RADIUS = 30;
export const SUN_DISC_RADIUS = 82;
/** WeChat's own measures: asked for 430, it answers 470 × 535, code and caption bar. */
export const SQUARE_VIEW = { width: 470, height: 535, margin: 20, side: 430 };

const RAYS = 72;
const RING_FIRST = 100;
const RING_STEP = 12.5;
const RINGS = 9;
const EYE_DISTANCE = 172;
const EYES = [-135, -45, 135].map((degrees) => at((degrees * Math.PI) / 180, EYE_DISTANCE));

const MODULES = 29;
const FINDER = 7;
const BLACK: LineColor = { r: 0, g: 0, b: 0 };

/** The smallest picture must stay legible beside the largest, so the range starts at almost half. */
const SCALE_MIN = 0.46;

export function sketchCode(input: SketchInput): Sketch {
  const shared = { scale: scaleOf(input.width) };
  const next = seededBits(seedOf(input));
  if (input.endpoint === 'createwxaqrcode') {
    const { width, height } = SQUARE_VIEW;
    const look = { color: cssColor(BLACK), transparent: false, eyes: [] };
    return {
      kind: 'square',
      viewWidth: width,
      viewHeight: height,
      path: squarePath(next),
      ...look,
      ...shared,
    };
  }
  return {
    ...{ kind: 'sun', viewWidth: SUN_SIDE, viewHeight: SUN_SIDE, path: sunPath(next), eyes: EYES },
    color: input.autoColor ? null : cssColor(input.lineColor),
    transparent: input.isHyaline,
    ...shared,
  };
}

/** What a scan leads to decides the pattern; colour and size do not, so the drawing stays still while they change. */
function seedOf({ endpoint, path, scene, page }: SketchInput): string {
  return JSON.stringify(endpoint === 'getwxacodeunlimit' ? [endpoint, page, scene] : [endpoint, path]);
}

function scaleOf(width: number | null): number {
  const bounded = Math.min(Math.max(width ?? WIDTH_MIN_PX, WIDTH_MIN_PX), WIDTH_MAX_PX);
  return SCALE_MIN + ((1 - SCALE_MIN) * (bounded - WIDTH_MIN_PX)) / (WIDTH_MAX_PX - WIDTH_MIN_PX);
}

/** A part that is being typed may be no number for a moment, or too large. */
function cssColor({ r, g, b }: LineColor): string {
  const parts = [r, g, b].map((part) =>
    Number.isFinite(part) ? Math.min(Math.max(Math.round(part), 0), 255) : 0,
  );
  return `rgb(${parts.join(' ')})`;
}

/** FNV-1a for the seed, Mulberry32 for the numbers: small, and the same on the server and in every browser. */
function seededBits(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1)
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function at(angle: number, radius: number): SketchDot {
  const fixed = (value: number) => Number((SUN_SIDE / 2 + value).toFixed(1));
  return { x: fixed(radius * Math.cos(angle)), y: fixed(radius * Math.sin(angle)) };
}

/** Per ray a chain of rings, each drawn or not; neighbours that are drawn join into one stroke. */
function sunPath(next: () => number): string {
  const rays = Array.from({ length: RAYS }, (_, ray) => rayPath((ray / RAYS) * 2 * Math.PI, next));
  return rays.join('');
}

function rayPath(angle: number, next: () => number): string {
  const drawn = Array.from({ length: RINGS }, (_, ring) => next() < 0.58 && isClear(angle, ring));
  let path = '';
  for (let ring = 0; ring < RINGS; ring += 1) {
    if (!drawn[ring]) continue;
    const start = ring;
    while (drawn[ring + 1]) ring += 1;
    path += stroke(angle, start, ring);
  }
  return path;
}

/** A single dot is a stroke of almost no length: its round ends draw it. */
function stroke(angle: number, fromRing: number, toRing: number): string {
  const from = at(angle, RING_FIRST + fromRing * RING_STEP);
  const to = at(angle, RING_FIRST + toRing * RING_STEP + 0.1);
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}

function isClear(angle: number, ring: number): boolean {
  const dot = at(angle, RING_FIRST + ring * RING_STEP);
  return EYES.every((eye) => Math.hypot(dot.x - eye.x, dot.y - eye.y) > SUN_EYE_RADIUS + SUN_STROKE);
}

function squarePath(next: () => number): string {
  const unit = SQUARE_VIEW.side / (MODULES + 2);
  const place = (index: number) => (SQUARE_VIEW.margin + (index + 1) * unit).toFixed(2);
  let path = '';
  for (let row = 0; row < MODULES; row += 1) {
    for (let column = 0; column < MODULES; column += 1) {
      // Asked for every module, drawn or not, so that a finder never shifts the pattern around it.
      const dark = next() < 0.5;
      if (finderModule(row, column) ?? dark)
        path += `M${place(column)} ${place(row)}h${unit.toFixed(2)}v${unit.toFixed(2)}h-${unit.toFixed(2)}z`;
    }
  }
  return path;
}

/** Whether a module of a finder or of the quiet ring around it is dark; undefined elsewhere. */
function finderModule(row: number, column: number): boolean | undefined {
  const far = MODULES - FINDER;
  for (const [top, left] of [
    [0, 0],
    [0, far],
    [far, 0],
  ] as const) {
    const ring = Math.max(Math.abs(row - top - 3), Math.abs(column - left - 3));
    if (ring <= 4) return ring !== 2 && ring !== 4;
  }
  return undefined;
}
