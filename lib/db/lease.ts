import { clock } from '@/lib/clock';
import { moment, sql, type Sql } from './sql';

/** What the clocks of processes may differ by. */
export const CLOCK_SLACK_MS = 60_000;

/** When a lease can end that was taken now. */
const latestEnd = (leaseMs: number, now: Date) => new Date(now.getTime() + leaseMs + CLOCK_SLACK_MS);

/**
 * Whether the end of a lease of at most `leaseMs` says that it is nobody's. One that ends later than it can was taken before the
 * clock was set back, by a process that may long be gone.
 */
export function isOver(endsAt: Date | null, leaseMs: number, now = clock.now()): boolean {
  return endsAt === null || endsAt < now || endsAt > latestEnd(leaseMs, now);
}

/** The same, as filters of the column, one of which holds. */
export function overFilters(leaseMs: number, now = clock.now()) {
  return [{ lt: now }, { gt: latestEnd(leaseMs, now) }] as const;
}

/** For a `where`: it has run out. */
export function isLeaseOver(leaseMs: number, now = clock.now()) {
  return { OR: overFilters(leaseMs, now).map((leaseExpiresAt) => ({ leaseExpiresAt })) };
}

/** The same, or none was ever taken. */
export function isUnleased(leaseMs: number) {
  return { OR: [{ leaseExpiresAt: null }, ...isLeaseOver(leaseMs).OR] };
}

/** The same, of a column in a statement. */
export function isUnleasedSql(column: Sql, leaseMs: number, now = clock.now()): Sql {
  return sql`(${column} IS NULL OR ${column} < ${moment(now)} OR ${column} > ${moment(latestEnd(leaseMs, now))})`;
}
