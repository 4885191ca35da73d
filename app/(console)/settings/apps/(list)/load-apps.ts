import 'server-only';
import type { AppCardProps } from '@/components/apps/app-card';
import { codesOf, listHealth } from '@/lib/apps/health';
import { listApps } from '@/lib/apps/queries';
import { listPageCounts } from '@/lib/apps/pages/queries';
import { listTokenEvents } from '@/lib/apps/token/token-events';
import type { Actor } from '@/lib/auth/actor';
import { env } from '@/lib/env';

type Shown = Omit<AppCardProps, 'canManage' | 'canWrite'>;

/** Each Mini Program with what its card says of it; traces of other systems' tokens for administrators only. */
export async function loadApps(actor: Actor, canManage: boolean) {
  const [apps, health, pages, events] = await Promise.all([
    listApps(actor),
    listHealth(actor),
    listPageCounts(actor),
    canManage ? listTokenEvents(actor) : null,
  ]);
  const cards = await Promise.all(
    apps.map(async (app): Promise<Shown[]> => {
      const own = health.get(app.id);
      // Removed between the two questions.
      if (!own) return [];
      const codes = await codesOf(actor, app.id);
      const known = pages.get(app.id) ?? null;
      return [{ app, health: own, codes, pages: known, events: events?.get(app.id) ?? [] }];
    }),
  );
  return { apps: cards.flat(), hasSandbox: env().SANDBOX === 'on' };
}
