import 'server-only';
import type { FormApp } from '@/components/codes/generate/form-values';
import { listApps, quotaOf } from '@/lib/apps/queries';
import { recentPages } from '@/lib/codes/find/recent-pages';
import type { Actor } from '@/lib/auth/actor';

/** The Mini Programs as forms offer them. */
export async function listFormApps(actor: Actor): Promise<FormApp[]> {
  const apps = await listApps(actor);
  const pages = await recentPages(apps.map(({ id }) => id));
  return apps.map((app) => {
    const { id, name, appId, mode, pathMaxBytes } = app;
    const { used, limit } = quotaOf(app);
    const quotaLeft = Math.max(limit - used, 0);
    return { id, name, appId, mode, pathMaxBytes, quotaLeft, recentPages: pages.get(id) ?? [] };
  });
}
