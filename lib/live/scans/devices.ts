import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { all, sql, type Sql } from '@/lib/db/sql';
import { countDevices } from './device-sketch';
import { keptAnswers } from './kept-answers';
import type { ScanFilters } from './scan-filters';
import { compared, type Compared, type ScanPeriod } from './scan-period';
import { codesScanned, isOfSome, liveCodes, onDays } from './scan-rows';

type Row = { early: boolean; marks: Uint8Array };

/** Marks of one month are one union, since a device has the same mark for so long; those of several are added up. */
const unions = (from: string, days: Sql): Sql => sql`
  SELECT "day" < ${from}::date AS "early", string_agg("marks", ''::bytea) AS "marks"
  FROM (${days}) AS "days" GROUP BY 1, date_trunc('month', "day")`;

const counted = (rows: readonly Row[]): Compared =>
  compared(rows.map(({ early, marks }) => ({ early, count: countDevices(marks) })));

const kept = keptAnswers<Compared>({ fresh: 5, kept: 30 });

/**
 * About how many devices scanned the codes that somebody sees.
 * @returns null where scans are narrowed to a way of scanning, which marks do not know
 */
export async function countScanDevices(
  actor: Pick<Actor, 'sees'>,
  filters: ScanFilters,
  { from, to, before }: ScanPeriod,
): Promise<Compared | null> {
  if (filters.kind !== '') return null;
  const where = all([onDays({ from: before.from, to }), ...codesScanned(actor, filters)]);
  const days = isOfSome(filters)
    ? sql`SELECT "day", "marks" FROM "LiveDeviceDay" s ${liveCodes} WHERE ${where}`
    : sql`SELECT "day", "marks" FROM "AppDeviceDay" s WHERE ${where}`;
  const statement = unions(from, days);
  return kept(statement, async () => counted(await db().$queryRaw<Row[]>(statement)));
}

/** Of one code; the caller has asked whether it may be seen. */
export async function countCodeDevices(
  key: string,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const days = sql`SELECT "day", "marks" FROM "LiveDeviceDay" WHERE ${all([sql`"key" = ${key}`, onDays({ from, to })])}`;
  return counted(await db().$queryRaw<Row[]>(unions(from, days))).count;
}
