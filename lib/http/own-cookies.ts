import 'server-only';
import { cookies, headers } from 'next/headers';
import { env } from '@/lib/env';
import { cookieName } from './cookie-name';

/**
 * Whether browsers reach this server over https: as APP_URL says, else as the proxy in front of it does. Next has filled in
 * X-Forwarded-Proto where no proxy did. Whoever makes it up gets cookies that their own browser does not keep.
 */
export async function servedByHttps(given?: Headers): Promise<boolean> {
  const { APP_URL } = env();
  if (APP_URL !== undefined) return APP_URL.startsWith('https://');
  const [proto = ''] = ((given ?? (await headers())).get('x-forwarded-proto') ?? '').split(',');
  return proto.trim() === 'https';
}

/** APP_URL, where it keeps the cookies of signing in to https; null where they are kept anywhere. */
export function httpsAddress(): string | null {
  const { APP_URL } = env();
  return APP_URL?.startsWith('https://') ? APP_URL : null;
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** For what a browser remembers of what somebody prefers. @param value '' forgets it */
export async function keepPreference(name: string, value: string): Promise<void> {
  const secure = await servedByHttps();
  const lasts = {
    maxAge: value === '' ? 0 : YEAR_SECONDS,
    sameSite: 'lax' as const,
    path: '/',
    httpOnly: true,
  };
  (await cookies()).set({ ...lasts, name: cookieName(name, secure), value, secure });
}

/**
 * What `keepPreference` or a script has kept (components/data/preference-cookie.ts). A script knows of https by itself, and its
 * server may not: what only this host can have written counts in any case, and over https nothing else does.
 */
export async function readPreference(name: string): Promise<string | undefined> {
  const jar = await cookies();
  const own = jar.get(cookieName(name, true));
  return (own ?? ((await servedByHttps()) ? undefined : jar.get(name)))?.value;
}
