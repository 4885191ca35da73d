import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

const NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/** Whether an address lies in one of some networks. */
export type Networks = (address: string) => boolean;

/**
 * @param parts addresses, CIDR ranges and the names `loopback`, `linklocal`, `uniquelocal` (the private networks)
 * @throws Error when one of them is something else
 */
export function parseNetworks(parts: string[]): Networks {
  // The library also reads `1` and `0x7f.1` as addresses; whoever writes those means something else.
  if (!parts.every((part) => NAMES.includes(part) || isIP(part.split('/')[0] ?? '') > 0))
    throw new Error('not an address and not a range');
  const holds = proxyAddr.compile(parts);
  return (address) => holds(address, 0);
}

/** `a, b` as `['a', 'b']` */
export function partsOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
