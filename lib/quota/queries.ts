import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { listApps, quotaOf, type AppSummary } from '@/lib/apps/queries';
import { seenRows } from '@/lib/apps/sight';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { forecast, FORECAST_DAYS, type Forecast } from './forecast';

export type AppQuota = {
  app: AppSummary;
  used: number;
  limit: number;
  /** Counted here, without the codes made elsewhere; uncertain ones were reserved for a call that was never answered. */
  confirmed: number;
  uncertain: number;
  forecast: Forecast;
};

/** What each Mini Program counted lately, and when it began to: by its id. */
async function recentUse(actor: Actor, now: Date) {
  const since = new Date(now.getTime() - FORECAST_DAYS * 24 * 60 * 60 * 1000);
  const [recent, first] = await Promise.all([
    db().quotaEntry.groupBy({
      by: ['miniProgramId'],
      where: { ...seenRows(actor), createdAt: { gte: since } },
      _count: true,
    }),
    db().quotaEntry.groupBy({ by: ['miniProgramId'], where: seenRows(actor), _min: { createdAt: true } }),
  ]);
  const counted = new Map(recent.map((group) => [group.miniProgramId, group._count]));
  const firstAt = new Map(first.map((group) => [group.miniProgramId, group._min.createdAt]));
  return (id: string) => ({ counted: counted.get(id) ?? 0, firstAt: firstAt.get(id) ?? null, now });
}

/** How much of the 100,000 each Mini Program that the actor sees has used, and when the rest will be gone. */
export async function listQuotas(actor: Actor): Promise<AppQuota[]> {
  requirePermission(actor, 'quota.read');
  const [apps, groups, useOf] = await Promise.all([
    listApps(actor),
    db().quotaEntry.groupBy({
      by: ['miniProgramId', 'state', 'uncertain'],
      where: seenRows(actor),
      _count: true,
    }),
    recentUse(actor, clock.now()),
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
