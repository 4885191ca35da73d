import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { listApps, quotaOf, type AppSummary } from '@/lib/apps/queries';
import { narrowedTo } from '@/lib/apps/narrowing';
import { clock, dayOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { all } from '@/lib/db/sql';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import { forecast, FORECAST_DAYS, type Forecast } from './forecast';

const DAYS = 30;

/** One calendar day (server's zone), and the codes that became READY on it, by endpoint. `day` is YYYY-MM-DD. */
export type DayCount = { day: string } & Record<Endpoint, number>;

export type AppQuota = {
  app: AppSummary;
  used: number;
  limit: number;
  /** Counted here, without the codes made elsewhere; uncertain ones were reserved for a call that was never answered. */
  confirmed: number;
  uncertain: number;
  forecast: Forecast;
};

function lastDays(today: Date): string[] {
  return Array.from({ length: DAYS }, (_, index) =>
    dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - (DAYS - 1 - index))),
  );
}

type Row = { day: string; endpoint: Endpoint; count: number };

/** Codes made on each of the last 30 days, days without any included, oldest first; of one app (its id), or of ALL_APPS. */
export async function codesPerDay(actor: Actor, app: string, today: Date): Promise<DayCount[]> {
  requirePermission(actor, 'quota.read');
  const days = lastDays(today);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const since = new Date(`${days[0]}T00:00:00`);
  const rows = await db().$queryRaw<Row[]>`
    SELECT to_char("generatedAt" AT TIME ZONE 'UTC' AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS day, "endpoint", count(*)::int AS count
    FROM "Code"
    WHERE "generatedAt" >= ${since} AND ${all(narrowedTo(app).conditions)}
    GROUP BY 1, 2`;
  const counts = new Map(rows.map((row) => [`${row.day} ${row.endpoint}`, row.count]));
  const countOf = (day: string, endpoint: Endpoint) => counts.get(`${day} ${endpoint}`) ?? 0;
  return days.map((day) => ({
    day,
    getwxacode: countOf(day, 'getwxacode'),
    getwxacodeunlimit: countOf(day, 'getwxacodeunlimit'),
    createwxaqrcode: countOf(day, 'createwxaqrcode'),
  }));
}

/** What each Mini Program counted lately, and when it began to: by its id. */
async function recentUse(now: Date) {
  const since = new Date(now.getTime() - FORECAST_DAYS * 24 * 60 * 60 * 1000);
  const [recent, first] = await Promise.all([
    db().quotaEntry.groupBy({ by: ['miniProgramId'], where: { createdAt: { gte: since } }, _count: true }),
    db().quotaEntry.groupBy({ by: ['miniProgramId'], _min: { createdAt: true } }),
  ]);
  const counted = new Map(recent.map((group) => [group.miniProgramId, group._count]));
  const firstAt = new Map(first.map((group) => [group.miniProgramId, group._min.createdAt]));
  return (id: string) => ({ counted: counted.get(id) ?? 0, firstAt: firstAt.get(id) ?? null, now });
}

/** How much of the 100,000 each Mini Program has used, and when the rest will be gone. */
export async function listQuotas(actor: Actor): Promise<AppQuota[]> {
  requirePermission(actor, 'quota.read');
  const [apps, groups, useOf] = await Promise.all([
    listApps(actor),
    db().quotaEntry.groupBy({ by: ['miniProgramId', 'state', 'uncertain'], _count: true }),
    recentUse(clock.now()),
  ]);
  return apps.map((app) => {
    const own = groups.filter((group) => group.miniProgramId === app.id);
    const sum = (wanted: (group: (typeof own)[number]) => boolean) =>
      own.filter(wanted).reduce((total, group) => total + group._count, 0);
    const { used, limit } = quotaOf(app);
    return {
      ...{ app, used, limit },
      confirmed: sum((group) => group.state === 'CONFIRMED'),
      uncertain: sum((group) => group.uncertain),
      forecast: forecast({ left: limit - used, ...useOf(app.id) }),
    };
  });
}
