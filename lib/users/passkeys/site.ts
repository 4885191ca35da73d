import 'server-only';
import { isIP } from 'node:net';
import { headers } from 'next/headers';
import { env } from '@/lib/env';
import { servedByHttps } from '@/lib/http/own-cookies';
import { requestedHost } from '@/lib/http/own-origin';

/** What passkeys are made for: the host, and the address that its pages are open at. */
export type PasskeySite = { rpId: string; origin: string };

/**
 * @param address of this server as browsers have it
 * @returns null where browsers make no passkeys: for a bare IP address, and without https for all but one's own machine
 */
export function siteOf(address: string): PasskeySite | null {
  const { hostname, origin, protocol } = new URL(address);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  const isOwnMachine = hostname === 'localhost' || hostname.endsWith('.localhost');
  return protocol === 'https:' || isOwnMachine ? { rpId: hostname, origin } : null;
}

/** Of this request: by APP_URL, else by the host that it was sent to. */
export async function passkeySite(): Promise<PasskeySite | null> {
  const { APP_URL } = env();
  if (APP_URL !== undefined) return siteOf(APP_URL);
  const given = await headers();
  const of = (name: string) => given.get(name) ?? undefined;
  const host = requestedHost({ host: of('host'), 'x-forwarded-host': of('x-forwarded-host') });
  const address = `${(await servedByHttps()) ? 'https' : 'http'}://${host}`;
  return URL.canParse(address) ? siteOf(address) : null;
}
