import 'server-only';
import { cache } from 'react';
import type { Actor, UserActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { readPreference } from '@/lib/http/own-cookies';
import { ALL_APPS } from './all-apps';
import { listApps, type AppSummary } from './queries';

export const SCOPE_COOKIE = 'suncode_app';

/** What the switcher says. It holds for all pages; what they read is narrowed by `narrowedTo` (narrowing.ts). */
export type Scope = {
  /** All there are: what the scope can be set to. */
  apps: AppSummary[];
  /** The only Mini Program that is looked at; null for all of them, and where there is but one. */
  app: AppSummary | null;
};

/** Read once per request. Whoever never chose sees all Mini Programs; so does whoever chose one that is gone. */
export const loadScope = cache(async (actor: Actor): Promise<Scope> => {
  const [apps, chosen] = await Promise.all([listApps(actor), readPreference(SCOPE_COOKIE)]);
  const app = apps.length > 1 ? (apps.find(({ id }) => id === chosen) ?? null) : null;
  return { apps, app };
});

/** Who makes what a team keeps order with: while one Mini Program is looked at it is for that one's people. */
export async function makerHere(actor: UserActor): Promise<UserActor> {
  const { app } = await loadScope(actor);
  return app ? { ...actor, makesFor: [app.id] } : actor;
}

/** What a page shows: the Mini Program that its address names (`?app=`, or ALL_APPS), else the scope. */
export function shownApp({ app }: Scope, named?: string | string[]): string {
  return (typeof named === 'string' && named) || (app?.id ?? ALL_APPS);
}

/**
 * The Mini Program that a form begins with: that of the scope; under all of them the one that the person last made a code
 * for, else the first. A sandbox only where there is nothing else: after one practice code nobody means three hundred more.
 * Null only when there is none at all.
 */
export async function formApp(actor: Actor): Promise<AppSummary | null> {
  const { apps, app } = await loadScope(actor);
  if (app) return app;
  const live = apps.filter(({ mode }) => mode === 'LIVE');
  const offered = live.length > 0 ? live : apps;
  const last =
    actor.kind === 'user' && offered.length > 1
      ? await db().code.findFirst({
          where: { createdById: actor.id, miniProgramId: { in: offered.map(({ id }) => id) } },
          select: { miniProgramId: true },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        })
      : null;
  return offered.find(({ id }) => id === last?.miniProgramId) ?? offered[0] ?? null;
}
