import { cn } from '@/components/ui/cn';

const SIZE = 640;
const RAYS = 72;
const INNER = 104;
const STEP = 13.4;
const RINGS = 16;

/** The same pseudo-random bits on server and browser (Mulberry32, fixed seed), so that the drawing never flickers. */
function randomBits(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pointAt(ray: number, ring: number): string {
  const angle = (2 * Math.PI * ray) / RAYS;
  const radius = INNER + ring * STEP;
  const at = (value: number) => (SIZE / 2 + radius * value).toFixed(1);
  return `${at(Math.sin(angle))} ${at(-Math.cos(angle))}`;
}

/** Strokes along one ray: runs of set bits, as a 小程序码 draws its modules. */
function drawRay(ray: number, random: () => number): string {
  let path = '';
  for (let ring = 0; ring < RINGS; ring++) {
    if (random() < 0.46) continue;
    const length = random() < 0.5 ? 0 : 1;
    path += `M${pointAt(ray, ring)}L${pointAt(ray, ring + length + 0.01)}`;
    ring += length;
  }
  return path;
}

function drawCode(): string {
  const random = randomBits(20170109);
  return Array.from({ length: RAYS }, (_, ray) => drawRay(ray, random)).join('');
}

const CODE = drawCode();

/** Ornament: a sun in the manner of a Mini Program code. Holds no data. */
export function CodeMotif({ className }: { className?: string | undefined }) {
  return (
    <svg
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      fill="none"
      aria-hidden
      className={cn('pointer-events-none select-none', className)}
    >
      <path d={CODE} stroke="currentColor" strokeWidth="6.4" strokeLinecap="round" />
    </svg>
  );
}
