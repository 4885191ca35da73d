import { ARRIVALS_MAX, type Arrival } from '@/lib/batches/report/run-types';

/** So many new pictures are asked for at a time, however many codes came in since. */
export const FRESH_MAX = 12;

/**
 * What the wall shows next: of the codes that came in since, the newest in front; what it showed before moves back, and out
 * at its end. A run makes 75 codes a second, and a wall that drew each of them would slow down what it shows.
 */
export function nextWall(shown: readonly Arrival[], arrivals: readonly Arrival[]): Arrival[] {
  const known = new Set(shown.map(({ codeId }) => codeId));
  const fresh = arrivals.filter(({ codeId }) => !known.has(codeId));
  return [...fresh.slice(0, FRESH_MAX), ...shown].slice(0, ARRIVALS_MAX);
}
