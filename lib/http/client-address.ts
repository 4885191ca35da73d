import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { parseNetworks, partsOf } from './networks';

/**
 * Set by our own server on each request (scripts/serve.ts): the client's address. What a client sends under this name is
 * overwritten, so that everything behind it may believe it.
 */
export const CLIENT_ADDRESS_HEADER = 'x-suncode-client-address';

/** Says of an address on the way, with its distance from us (0: the socket's), whether it is a proxy of ours. */
export type Trust = (address: string, distance: number) => boolean;

const MAX_HOPS = 32;

/**
 * @param value TRUSTED_PROXIES: a number of hops, or addresses, CIDR ranges and the names `loopback`, `linklocal`,
 *   `uniquelocal`, separated by commas
 * @throws Error when it is neither
 */
export function parseTrust(value: string | undefined): Trust {
  const parts = partsOf(value);
  if (parts.length === 0) return () => false;
  const [first = ''] = parts;
  if (parts.length === 1 && /^\d+$/.test(first)) {
    const hops = Number(first);
    if (hops > MAX_HOPS) throw new Error('more hops than any request takes');
    return (_address, distance) => distance < hops;
  }
  return parseNetworks(parts);
}

/** `1.2.3.4`, `1.2.3.4:5678`, `[::1]:80`, `"[::1]"`, `::ffff:1.2.3.4` in one spelling; null for what is no address. */
function normalize(text: string): string | null {
  const bare = text.trim().replace(/^"(.*)"$/, '$1');
  const [, inBrackets, withPort] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(bare) ?? [];
  const [address = ''] = (inBrackets ?? withPort ?? bare).split('%');
  return isIP(address) > 0 ? ipaddr.process(address).toString() : null;
}

/**
 * The right-most address that is not a proxy of ours. What stands left of it was written by somebody whom we do not know.
 * @param forwardedFor X-Forwarded-For, several headers joined with commas as Node does
 * @returns the nearest known proxy when that one named no address at all (`unknown`, an empty part)
 */
export function clientAddress(
  { socket, forwardedFor }: { socket: string | undefined; forwardedFor: string | undefined },
  trust: Trust,
): string {
  let address = normalize(socket ?? '') ?? 'unknown';
  const hops = forwardedFor === undefined ? [] : forwardedFor.split(',').toReversed();
  for (const [distance, hop] of hops.entries()) {
    if (!trust(address, distance)) return address;
    const next = normalize(hop);
    if (next === null) return address;
    address = next;
  }
  return address;
}

/**
 * Writes the client's address over whatever the request carried, X-Forwarded-For included: nothing behind this server sees
 * an address that a client made up.
 * @returns whether X-Forwarded-For came from an address that is no trusted proxy, and so did not count
 */
export function stampClientAddress(request: IncomingMessage, trust: Trust): { ignoredFrom?: string } {
  const header = request.headers['x-forwarded-for'];
  const forwardedFor = Array.isArray(header) ? header.join(',') : header;
  const socket = request.socket.remoteAddress;
  const address = clientAddress({ socket, forwardedFor }, trust);
  request.headers[CLIENT_ADDRESS_HEADER] = address;
  request.headers['x-forwarded-for'] = address;
  const direct = clientAddress({ socket, forwardedFor: undefined }, trust);
  return forwardedFor !== undefined && !trust(direct, 0) ? { ignoredFrom: direct } : {};
}
