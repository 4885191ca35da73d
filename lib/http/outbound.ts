import 'server-only';
import { lookup as resolveName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { env } from '@/lib/env';
import { CONNECT_TIMEOUT_MS } from '@/lib/wechat/call/transport';
import { PRIVATE_ADDRESS } from '@/lib/wechat/call/outcome';
import { parseNetworks, partsOf, type Networks } from './networks';

// Addresses that people enter are asked by this server, which stands where they do not: inside of a company's network, or on a
// cloud's machine. What counts is where a connection goes, not how the address is written or what its name meant a moment ago.

/** What clouds tell their machines, credentials included: no setting opens these. */
const METADATA = new Set([
  ...['169.254.169.254', '169.254.170.2', 'fd00:ec2::254', 'fd20:ce::254'],
  // Alibaba, Oracle, Azure: not link-local, and Azure's looks public.
  ...['100.100.100.200', '192.0.0.192', '168.63.129.16'],
]);

/** Of IPv6 only this is given out to the world. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** An IPv4 address behind a translator (RFC 6052). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** The address that is reached in the end: IPv4 that is written as IPv6 is IPv4. */
function reached(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const [bare = ''] = address.split('%');
  if (isIP(bare) === 0) return null;
  const ip = ipaddr.process(bare);
  if (!(ip instanceof ipaddr.IPv6) || !ip.match(NAT64)) return ip;
  return ipaddr.fromByteArray(ip.toByteArray().slice(12));
}

function isPublic(ip: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  // What is named, such as `loopback`, `6to4` or `reserved`, is nobody's on the internet.
  return ip.range() === 'unicast' && (!(ip instanceof ipaddr.IPv6) || ip.match(GLOBAL_UNICAST));
}

/** Whether this server may be sent to an address. @param allowed private networks that are open all the same */
export function mayReach(address: string, allowed: Networks): boolean {
  const ip = reached(address);
  if (!ip || METADATA.has(ip.toString())) return false;
  return isPublic(ip) || allowed(ip.toString());
}

/** Thrown before anything is sent, also to whoever looks only at codes. */
class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = PRIVATE_ADDRESS;
}

type Reach = { allowed: Networks; resolve?: LookupFunction };

/** Looks a name up as usual, and lets through what may be reached: the connection goes to nothing else. */
function guardedLookup({ allowed, resolve = resolveName }: Reach): LookupFunction {
  return (name, options, callback) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [];
      const open = addresses.filter(({ address }) => mayReach(address, allowed));
      const [first] = open;
      if (!first) return callback(new PrivateAddressError('the name leads into a private network'), []);
      return options.all ? callback(null, open) : callback(null, first.address, first.family);
    });
}

/**
 * Makes the connections to addresses that people have entered. A name is judged by what it is resolved to for this very
 * connection, so that one that means something else the next time (DNS rebinding) leads nowhere either.
 * @param reach.resolve for tests
 */
export function guardedConnector(reach: Reach): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup: guardedLookup(reach) });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
    // Nothing is looked up for an address.
    if (isIP(host) === 0 || mayReach(host, reach.allowed)) return connect(options, callback);
    queueMicrotask(() => callback(new PrivateAddressError('a private address'), null));
  };
}

/** The private networks that this installation opens (ALLOW_PRIVATE_NETWORKS). */
export function allowedNetworks(): Networks {
  return parseNetworks(partsOf(env().ALLOW_PRIVATE_NETWORKS));
}

/** The host of an address, when it is an IP address that may not be reached; what a name means is seen when it is asked. */
export function privateHost(url: string): string | null {
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) > 0 && !mayReach(host, allowedNetworks()) ? host : null;
}
