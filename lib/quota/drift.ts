type Counts = { quotaBaseline: number; numUsed: number | null; countAtNumUsed: number | null };

/** By how much WeChat counted more (or, below 0, less) than we did at that moment; 0 when it never told. */
export function driftOf({ numUsed, countAtNumUsed }: Omit<Counts, 'quotaBaseline'>): number {
  return numUsed === null || countAtNumUsed === null ? 0 : numUsed - countAtNumUsed;
}

/**
 * The number of codes made elsewhere with which both counts agree; null when they do already, or when WeChat counts
 * fewer than were made here alone, which no such number explains.
 */
export function adoptedBaseline(counts: Counts): number | null {
  const drift = driftOf(counts);
  const baseline = counts.quotaBaseline + drift;
  return drift === 0 || baseline < 0 ? null : baseline;
}
