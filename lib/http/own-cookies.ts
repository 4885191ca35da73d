import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/env';

/**
 * Whether browsers reach this server over https: as APP_URL says, else as the proxy in front of it does. Next has filled in
 * X-Forwarded-Proto where no proxy did. Whoever makes it up gets cookies that their own browser does not keep.
 */
export async function servedByHttps(): Promise<boolean> {
  const { APP_URL } = env();
  if (APP_URL !== undefined) return APP_URL.startsWith('https://');
  const [proto = ''] = ((await headers()).get('x-forwarded-proto') ?? '').split(',');
  return proto.trim() === 'https';
}

/** APP_URL, where it keeps the cookies of signing in to https; null where they are kept anywhere. */
export function httpsAddress(): string | null {
  const { APP_URL } = env();
  return APP_URL?.startsWith('https://') ? APP_URL : null;
}

/** With `__Host-` a browser takes the cookie from this host alone, over https alone: no neighbor's page can plant one. */
export function cookieName(name: string, isHttps: boolean): string {
  return isHttps ? `__Host-${name}` : name;
}

/** For what a browser remembers of what somebody prefers, where no script reads it. */
export async function preference(maxAgeSeconds: number) {
  const secure = await servedByHttps();
  return { maxAge: maxAgeSeconds, sameSite: 'lax' as const, httpOnly: true, path: '/', secure };
}
