import { clock } from '@/lib/clock';

/** What the clocks of processes may differ by. */
const SLACK_MS = 60_000;

/**
 * For a `where`: a lease of at most `leaseMs` that has run out. One that ends later than it can was taken before the clock was set
 * back, by a process that may long be gone.
 */
export function isLeaseOver(leaseMs: number, now = clock.now()) {
  const latest = new Date(now.getTime() + leaseMs + SLACK_MS);
  return { OR: [{ leaseExpiresAt: { lt: now } }, { leaseExpiresAt: { gt: latest } }] };
}

/** The same, or none was ever taken. */
export function isUnleased(leaseMs: number) {
  return { OR: [{ leaseExpiresAt: null }, ...isLeaseOver(leaseMs).OR] };
}
