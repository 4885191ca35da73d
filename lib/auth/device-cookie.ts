import 'server-only';
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { clock } from '@/lib/clock';
import { secrets } from '@/lib/secrets';

/** Browsers keep no cookie for longer. */
const LIFETIME_SECONDS = 400 * 24 * 60 * 60;

function signatureOf(email: string, nonce: string, ends: string): Buffer {
  return createHmac('sha256', secrets().AUTH_SECRET)
    .update(['suncode-device', email, nonce, ends].join('\0'))
    .digest();
}

/** What the names of all device cookies begin with. */
export const DEVICE_COOKIE_PREFIX = 'suncode-device-';

/** One cookie for each account, since several people may share a browser; the name does not say which account. */
export function deviceCookieName(email: string): string {
  return `${DEVICE_COOKIE_PREFIX}${createHash('sha256').update(email).digest('hex').slice(0, 16)}`;
}

/**
 * What a browser gets when it has signed in to an account: proof of that for the throttle, and no way in by itself
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). Over https `options.ts` marks it so.
 */
export function newDeviceCookie(email: string) {
  const nonce = randomBytes(16).toString('base64url');
  const ends = String(Math.floor(clock.now().getTime() / 1000) + LIFETIME_SECONDS);
  return {
    name: deviceCookieName(email),
    value: [nonce, ends, signatureOf(email, nonce, ends).toString('base64url')].join('.'),
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    maxAge: LIFETIME_SECONDS,
  };
}

/** @returns what the browser is counted under; null when the cookie is not ours, or of another account, or too old */
export function knownDevice(email: string, cookie: string | undefined): string | null {
  const [nonce = '', ends = '', signature = ''] = (cookie ?? '').split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(email, nonce, ends);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Number(ends) * 1000 > clock.now().getTime() ? nonce : null;
}
