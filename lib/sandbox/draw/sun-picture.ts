import { fixed, wordPath } from './pixel-font';
import { seededNumbers } from './seeded';

/** Drawn in a square of this side and scaled by the renderer. */
const SIDE = 430;
const CENTER = SIDE / 2;
const RAYS = 72;
const RING_FIRST = 88;
const RING_STEP = 13;
const RINGS = 9;
const STROKE = 7;
const EYE_RADIUS = 33;
const EYE_DISTANCE = 150;
const DISC_RADIUS = 66;

/** Angles of the three round finder eyes; the fourth corner stays free, as on a real code. */
const EYE_ANGLES = [-135, -45, 135].map((degrees) => (degrees * Math.PI) / 180);

export type SunPicture = { seed: string; color: string; widthPx: number; background: string | null };

/**
 * SVG of a round picture in the manner of a Mini Program code. Nothing can be read from it: it only looks like one and
 * says SANDBOX, so that nobody prints it by mistake.
 */
export function sunSvg({ seed, color, widthPx, background }: SunPicture): string {
  const ground = background ? `<rect width="${SIDE}" height="${SIDE}" fill="${background}"/>` : '';
  const label = wordPath('SANDBOX', { centerX: CENTER, centerY: CENTER, width: DISC_RADIUS * 1.75 });
  const hole = background ?? 'none';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${widthPx}" viewBox="0 0 ${SIDE} ${SIDE}">`,
    ground,
    `<path d="${raysPath(seed)}" stroke="${color}" stroke-width="${STROKE}" stroke-linecap="round" fill="none"/>`,
    EYE_ANGLES.map((angle) => eye(angle, { color, hole })).join(''),
    `<circle cx="${CENTER}" cy="${CENTER}" r="${DISC_RADIUS}" fill="none" stroke="${color}" stroke-width="5"/>`,
    `<path d="${label}" fill="${color}"/>`,
    '</svg>',
  ].join('');
}

/** Per ray a chain of rings, each either drawn or not; neighbours that are drawn join into one stroke. */
function raysPath(seed: string): string {
  const next = seededNumbers(seed);
  return Array.from({ length: RAYS }, (_, ray) => {
    const angle = (ray / RAYS) * 2 * Math.PI;
    const rings = Array.from({ length: RINGS }, (_ring, ring) => next() < 0.6 && !touchesEye(angle, ring));
    return runs(rings)
      .map(({ from, to }) => strokePath(angle, radiusOf(from), radiusOf(to)))
      .join('');
  }).join('');
}

function runs(rings: boolean[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  rings.forEach((drawn, ring) => {
    const last = found.at(-1);
    if (drawn && last?.to === ring - 1) last.to = ring;
    else if (drawn) found.push({ from: ring, to: ring });
  });
  return found;
}

function radiusOf(ring: number): number {
  return RING_FIRST + ring * RING_STEP;
}

function touchesEye(angle: number, ring: number): boolean {
  const radius = radiusOf(ring);
  return EYE_ANGLES.some((eyeAngle) => {
    const dx = radius * Math.cos(angle) - EYE_DISTANCE * Math.cos(eyeAngle);
    const dy = radius * Math.sin(angle) - EYE_DISTANCE * Math.sin(eyeAngle);
    return Math.hypot(dx, dy) < EYE_RADIUS + STROKE;
  });
}

/** A dot is a stroke of almost no length: the round caps draw it. */
function strokePath(angle: number, fromRadius: number, toRadius: number): string {
  const [x1, y1] = pointAt(angle, fromRadius);
  const [x2, y2] = pointAt(angle, Math.max(toRadius, fromRadius + 0.1));
  return `M${x1} ${y1}L${x2} ${y2}`;
}

function pointAt(angle: number, radius: number): [string, string] {
  return [fixed(CENTER + radius * Math.cos(angle)), fixed(CENTER + radius * Math.sin(angle))];
}

function eye(angle: number, { color, hole }: { color: string; hole: string }): string {
  const [x, y] = pointAt(angle, EYE_DISTANCE);
  const ring = `<circle cx="${x}" cy="${y}" r="${EYE_RADIUS - 6}" fill="${hole}" stroke="${color}" stroke-width="9"/>`;
  return `${ring}<circle cx="${x}" cy="${y}" r="12" fill="${color}"/>`;
}
