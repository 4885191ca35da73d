import 'server-only';
import { createHash } from 'node:crypto';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';

/** So many attempts of one key within a time that begins with its first, over all processes. */
export type Limit = { name: string; points: number; seconds: number; key: string };

/** Whose account or address it is can be read by nobody. */
const rowKey = ({ name, key }: Limit) => `${name} ${createHash('sha256').update(key).digest('base64url')}`;

type Row = { key: string; count: number; until: Date };

/** How long the longest of the locks lasts, in milliseconds; null where `isFull` finds none. */
function longestLock(
  limits: readonly Limit[],
  rows: readonly Row[],
  isFull: (row: Row, limit: Limit) => boolean,
) {
  const now = clock.now().getTime();
  const ends = limits.flatMap((limit) =>
    rows.filter((row) => row.key === rowKey(limit) && isFull(row, limit)).map(({ until }) => until.getTime()),
  );
  return ends.length > 0 ? Math.max(1, Math.max(...ends) - now) : null;
}

/**
 * Counts one attempt by each limit, before it is looked at, so that those who try at once in many places cannot slip past. Where a
 * limit is reached already nothing is counted or written: who makes up names is stopped by the limit of their address.
 * @returns for how many milliseconds it is locked; null when it may go on
 */
export async function takeAttempt(limits: readonly Limit[]): Promise<number | null> {
  const now = clock.now();
  const keys = limits.map(rowKey);
  const known = await db().attempt.findMany({ where: { key: { in: keys }, until: { gt: now } } });
  const before = longestLock(limits, known, ({ count }, { points }) => count >= points);
  if (before !== null) return before;
  const ends = limits.map(({ seconds }) =>
    new Date(now.getTime() + seconds * 1000).toISOString().slice(0, -1),
  );
  // In the order of the keys, so that two statements never wait for each other in a circle.
  const rows = await db().$queryRaw<Row[]>(sql`
    INSERT INTO "Attempt" ("key", "count", "until")
    SELECT "key", 1, "until" FROM unnest(${keys}::text[], ${ends}::timestamp(3)[]) AS taken("key", "until") ORDER BY "key"
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "Attempt"."until" <= ${moment(now)} THEN 1 ELSE "Attempt"."count" + 1 END,
      "until" = CASE WHEN "Attempt"."until" <= ${moment(now)} THEN EXCLUDED."until" ELSE "Attempt"."until" END
    RETURNING "key", "count", "until"`);
  return longestLock(limits, rows, ({ count }, { points }) => count > points);
}

/** As if so many had never been. */
export async function giveBack(limit: Limit, attempts: number): Promise<void> {
  await db().$executeRaw`
    UPDATE "Attempt" SET "count" = GREATEST("count" - ${attempts}, 0) WHERE "key" = ${rowKey(limit)}`;
}

/** @returns how many of them there were */
export async function forgetAttempts(limit: Limit): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    DELETE FROM "Attempt" WHERE "key" = ${rowKey(limit)} RETURNING "count"`;
  return row?.count ?? 0;
}

/** Forgets those whose time is over. */
export async function sweepAttempts(): Promise<void> {
  await db().attempt.deleteMany({ where: { until: { lte: clock.now() } } });
}
