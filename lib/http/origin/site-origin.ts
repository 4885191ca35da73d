import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/env';
import { servedByHttps } from '@/lib/http/own-cookies';
import { requestedHost } from './own-origin';

/**
 * Where people reach this server, in this request: by APP_URL, else by the host that it was sent to.
 * @param asked headers of the request, where Next does not know them
 */
export async function siteOrigin(asked?: Headers): Promise<string> {
  const { APP_URL } = env();
  if (APP_URL !== undefined) return APP_URL.replace(/\/+$/, '');
  const given = asked ?? (await headers());
  const of = (name: string) => given.get(name) ?? undefined;
  const host = requestedHost({ host: of('host'), 'x-forwarded-host': of('x-forwarded-host') });
  return `${(await servedByHttps(asked)) ? 'https' : 'http'}://${host}`;
}

/** Where Mini Programs ask what live codes lead to. */
export async function siteLiveOrigin(): Promise<string> {
  return env().LIVE_URL ?? (await siteOrigin());
}
