import 'server-only';
import { isIP } from 'node:net';
import { siteOrigin } from '@/lib/http/origin/site-origin';

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

/** Of this request. */
export async function passkeySite(): Promise<PasskeySite | null> {
  const address = await siteOrigin();
  return URL.canParse(address) ? siteOf(address) : null;
}
