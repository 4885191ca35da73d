import 'server-only';
import { narrowedTo } from '@/lib/apps/narrowing';
import type { Actor } from '@/lib/auth/actor';
import { NO_FOLDER } from '@/lib/codes/find/filters';
import { all, moment, sql, type Sql } from '@/lib/db/sql';
import type { ScanFilters } from './scan-filters';
import { scenesOf } from './scan-kinds';
import { daysBefore } from '@/lib/live/day';

type Seeing = Pick<Actor, 'sees'>;

/** What codes must meet, as `c`, which is joined with the live code that they are as `l`. */
export function codesScanned(seeing: Seeing, { app, batch, folder, tag }: ScanFilters): Sql[] {
  const inFolder = folder === NO_FOLDER ? sql`"folderId" IS NULL` : sql`"folderId" = ${folder}`;
  return [
    ...narrowedTo(seeing, app).conditions,
    ...(batch ? [sql`"batchId" = ${batch}`] : []),
    ...(folder ? [inFolder] : []),
    ...(tag ? [sql`"tagIds" @> ARRAY[${tag}]::text[]`] : []),
  ];
}

/** Whether only some codes of a Mini Program are asked for. */
export const isOfSome = ({ batch, folder, tag }: ScanFilters): boolean =>
  batch !== '' || folder !== '' || tag !== '';

/** Of scans as `s`. */
export function byKind({ kind }: Pick<ScanFilters, 'kind'>): Sql[] {
  return kind === '' ? [] : [sql`s."scene" = ANY(${[...scenesOf(kind)]}::integer[])`];
}

type Days = { from: string; to: string };
type Shown = Days & { isHourly: boolean };

/** Both days are included. */
export const onDays = ({ from, to }: Days): Sql => sql`"day" BETWEEN ${from}::date AND ${to}::date`;

export const liveCodes = sql`JOIN "LiveCode" l USING ("key") JOIN "Code" c ON c."id" = l."codeId"`;

/** Sums by Mini Program, day (or hour) and scan scene: `app`, `at`, `scene`, `count`. */
export function scanRows(seeing: Seeing, filters: ScanFilters, { from, to, isHourly }: Shown): Sql {
  const kind = byKind(filters);
  const codes = codesScanned(seeing, filters);
  if (isHourly) {
    const end = new Date(`${daysBefore(to, -1)}T00:00:00`);
    const when = sql`"hour" >= ${moment(new Date(`${from}T00:00:00`))} AND "hour" < ${moment(end)}`;
    return sql`SELECT c."miniProgramId" AS "app", "hour" AS "at", s."scene", s."count"
      FROM "LiveScanHour" s ${liveCodes} WHERE ${all([when, ...kind, ...codes])}`;
  }
  const when = onDays({ from, to });
  if (isOfSome(filters))
    return sql`SELECT c."miniProgramId" AS "app", "day"::timestamp AS "at", s."scene", s."count"
      FROM "LiveScanDay" s ${liveCodes} WHERE ${all([when, ...kind, ...codes])}`;
  // Of whole Mini Programs there are sums already.
  return sql`SELECT "miniProgramId" AS "app", "day"::timestamp AS "at", s."scene", s."count"
    FROM "AppScanDay" s WHERE ${all([when, ...kind, ...codes])}`;
}
