import 'server-only';
import { cookies } from 'next/headers';
import type { Actor } from '@/lib/auth/actor';
import { listApps, type AppSummary } from './queries';

export const CURRENT_APP_COOKIE = 'suncode_app';

/** The Mini Program chosen in the switcher, else the first one; null only when there is none at all. */
export async function currentApp(actor: Actor): Promise<AppSummary | null> {
  const [apps, jar] = await Promise.all([listApps(actor), cookies()]);
  const chosen = jar.get(CURRENT_APP_COOKIE)?.value;
  return apps.find((app) => app.id === chosen) ?? apps[0] ?? null;
}
