import 'server-only';
import { clock, dayOf } from '@/lib/clock';
import { moment, sql, type Sql } from '@/lib/db/sql';
import { daysBefore } from '@/lib/live/day';

/** The midnight so many days ago: by whole days, so that a list is the same one from minute to minute. */
export const dayBorder = (days: number): Sql =>
  moment(new Date(`${daysBefore(dayOf(clock.now()), days)}T00:00:00`));

/** `codeId` and `createdAt` of live codes that were made before that and never scanned. */
export function neverScannedKeys(days: number): Sql {
  return sql`SELECT l."codeId", l."createdAt" FROM "LiveCode" l
    WHERE l."createdAt" < ${dayBorder(days)} AND NOT EXISTS (SELECT FROM "LiveScanTotal" s WHERE s."key" = l."key")`;
}
