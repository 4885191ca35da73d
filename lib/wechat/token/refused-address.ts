import { isIP } from 'node:net';

/** `::ffff:1.2.3.4` is 1.2.3.4 once more. */
const MAPPED = /^::ffff:(?=\d+(?:\.\d+){3}$)/i;

/**
 * The address that WeChat does not know, out of its own words (40164 `invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in
 * whitelist`, 61004 `… requestIP: 1.2.3.4`; contract §7, §10): what has to go onto the whitelist. An IPv4 address goes
 * before an IPv6 one. Null when the answer names none.
 */
export function refusedAddress(errmsg: string): string | null {
  const addresses = errmsg
    .split(/[^0-9a-f.:]+/i)
    .map((word) => word.replace(/^:(?!:)|(?<!:):$|\.$/g, '').replace(MAPPED, ''))
    .filter((word) => isIP(word) !== 0);
  return addresses.find((address) => isIP(address) === 4) ?? addresses[0] ?? null;
}
