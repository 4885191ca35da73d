import 'server-only';
import { Secret, TOTP } from 'otpauth';
import { clock } from '@/lib/clock';
import { decrypt, encrypt, reencrypt } from '@/lib/encryption';

/** Clocks that go wrong by half a minute, and codes that are typed slowly: the step before and the one after are good too. */
const DRIFT_STEPS = 1;
/** As long as the hash that codes are made with (RFC 4226, section 4). */
const SECRET_BYTES = 20;

// SHA-1, six digits and thirty seconds (RFC 6238) are what every authenticator app can do, and the library's defaults.
const totpOf = (secret: string, label = '') => new TOTP({ issuer: 'Suncode', label, secret });

const contextOf = (userId: string) => `second-step:${userId}`;

/** Base32, to be read by an app or typed into it. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

export function encryptSecret(userId: string, secret: string): string {
  return encrypt(secret, contextOf(userId));
}

/** What `encryptSecret` made, under the key of today. */
export function resealTotpSecret(userId: string, ciphertext: string): string {
  return reencrypt(ciphertext, contextOf(userId));
}

/** @returns `otpauth://totp/…`, what an authenticator app reads from the QR code */
export function keyUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/**
 * @param ciphertext what `encryptSecret` made for the same user
 * @returns the time step that a code belongs to (of 30 seconds since 1970), now or just before or after it; null for a wrong one
 */
export function stepOfCode(userId: string, ciphertext: string, code: string): number | null {
  const totp = totpOf(decrypt(ciphertext, contextOf(userId)));
  const timestamp = clock.now().getTime();
  const delta = totp.validate({ token: code, timestamp, window: DRIFT_STEPS });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
