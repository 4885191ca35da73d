import 'server-only';
import { narrowedTo } from '@/lib/apps/narrowing';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { all, join, moment, sql } from '@/lib/db/sql';

const TREND_DAYS = 30;

/** A calendar day of the server's zone (YYYY-MM-DD), and how many codes of each Mini Program were made on it. */
export type TrendDay = { day: string; total: number; byApp: Record<string, number> };

function lastDays(today: Date): string[] {
  return Array.from({ length: TREND_DAYS }, (_, index) =>
    dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - (TREND_DAYS - 1 - index))),
  );
}

/** The days, and the conditions of a code that was made on one of them. */
function madeLately(actor: Actor, app: string, today: Date) {
  const days = lastDays(today);
  const midnights = days.map((day) => moment(new Date(`${day}T00:00:00`)));
  const end = moment(new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1));
  const made = sql`"createdAt" >= ${midnights[0]} AND "createdAt" < ${end}`;
  return { days, midnights, conditions: [made, ...narrowedTo(actor, app).conditions] };
}

type Row = { day: number; app: string; count: number };

/**
 * Codes made on each of the last 30 days, oldest first. They are counted as the gallery shows them (by when they were
 * made, without archived and deleted ones), so that each number leads to a list of exactly so many. Read from an index
 * alone (Code_gallery_days_idx).
 * @param app the id of one Mini Program, or ALL_APPS
 */
export async function codesPerDay(actor: Actor, app: string, today: Date): Promise<TrendDay[]> {
  requirePermission(actor, 'codes.read');
  const { days, midnights, conditions } = madeLately(actor, app, today);
  const where = all([sql`"deletedAt" IS NULL AND "archivedAt" IS NULL`, ...conditions]);
  const rows = await db().$queryRaw<Row[]>`
    SELECT width_bucket("createdAt", ARRAY[${join(midnights)}]) AS "day", "miniProgramId" AS "app", count(*)::integer AS "count"
    FROM "Code" WHERE ${where} GROUP BY 1, 2`;
  const found = days.map((day): TrendDay => ({ day, total: 0, byApp: {} }));
  for (const { day, app: id, count } of rows) {
    const entry = found[day - 1];
    if (entry) Object.assign(entry, { total: entry.total + count, byApp: { ...entry.byApp, [id]: count } });
  }
  return found;
}

/** Codes of these days that the gallery does not show: the replaced and the archived ones, and those in the trash. */
export type PutAway = { archived: number; trash: number };

/** What `codesPerDay` leaves out. Nothing is put away before it is made, so that the indexes of archive and trash find it. */
export async function codesPutAway(actor: Actor, app: string, today: Date): Promise<PutAway> {
  requirePermission(actor, 'codes.read');
  const { midnights, conditions } = madeLately(actor, app, today);
  const first = midnights[0];
  const archived = all([sql`"deletedAt" IS NULL AND "archivedAt" >= ${first}`, ...conditions]);
  const trash = all([sql`"deletedAt" >= ${first}`, ...conditions]);
  const [found] = await db().$queryRaw<PutAway[]>`
    SELECT (SELECT count(*)::integer FROM "Code" WHERE ${archived}) AS "archived",
      (SELECT count(*)::integer FROM "Code" WHERE ${trash}) AS "trash"`;
  return found ?? { archived: 0, trash: 0 };
}
