import 'server-only';
import { randomInt } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_CHARS = 9;

/** A key of `LIVE_KEY`. That there is none twice the primary key says. */
export function newLiveKey(): string {
  const random = Array.from({ length: RANDOM_CHARS }, () => DIGITS.charAt(randomInt(DIGITS.length)));
  return `s${random.join('')}`;
}
