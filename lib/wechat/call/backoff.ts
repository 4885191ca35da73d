/** How often a passing fault is tried again. */
export const BACKOFFS_MAX = 2;

const BACKOFF_BASE_MS = 500;

/**
 * Milliseconds to wait before a repetition, doubling with each. Half of the pause is certain, half is chance (`random`
 * from 0 to 1), so that many clients do not come back in step.
 */
export function backoffMs(backoffs: number, random: number): number {
  return BACKOFF_BASE_MS * 2 ** backoffs * (1 + random);
}
