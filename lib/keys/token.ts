import 'server-only';
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { keepOutOfLogs } from '@/lib/redaction';

// `sck_` and ten characters can be read everywhere; behind them stand `_`, 32 characters of chance, and six that are the
// checksum of all before: a key that was cut or mistyped is told from one that is not there, and a scanner of sources knows it.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MARK = 'sck_';
const PREFIX_CHARS = 10;
const SECRET_CHARS = 32;
const SUM_CHARS = 6;

const SHAPE = new RegExp(
  `^(${MARK}[0-9A-Za-z]{${PREFIX_CHARS}})_([0-9A-Za-z]{${SECRET_CHARS + SUM_CHARS}})$`,
);

const random = (chars: number) =>
  Array.from({ length: chars }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('');

function checksum(text: string): string {
  let rest = crc32(text);
  let sum = '';
  for (let at = 0; at < SUM_CHARS; at += 1) {
    sum = DIGITS.charAt(rest % DIGITS.length) + sum;
    rest = Math.floor(rest / DIGITS.length);
  }
  return sum;
}

/** What the database keeps of a secret: whoever reads it there cannot sign in. */
function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function isSecretOf(hash: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(secretHash(secret), 'hex'));
}

export const newPrefix = (): string => MARK + random(PREFIX_CHARS);

/** A new secret behind a prefix; `key` is all of it, told once. */
export function newSecret(prefix: string): { key: string; hash: string } {
  const chance = random(SECRET_CHARS);
  const secret = chance + checksum(`${prefix}_${chance}`);
  const key = `${prefix}_${secret}`;
  keepOutOfLogs(key);
  keepOutOfLogs(secret);
  return { key, hash: secretHash(secret) };
}

/** @returns null for what cannot be a key: another text, or one whose checksum is wrong */
export function readKey(text: string): { prefix: string; secret: string } | null {
  const [, prefix, secret] = SHAPE.exec(text) ?? [];
  if (!prefix || !secret) return null;
  const chance = secret.slice(0, SECRET_CHARS);
  return secret.slice(SECRET_CHARS) === checksum(`${prefix}_${chance}`) ? { prefix, secret } : null;
}
