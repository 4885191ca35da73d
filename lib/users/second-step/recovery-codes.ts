import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

const RECOVERY_CODES = 10;
const CODE_BYTES = 10;

/** Crockford's: without letters that are taken for each other, or for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const MISREAD: Record<string, string> = { o: '0', i: '1', l: '1' };

/** 16 signs of 5 random bits each, in groups of four. */
function newCode(): string {
  let bits = BigInt(`0x${randomBytes(CODE_BYTES).toString('hex')}`);
  let text = '';
  for (let sign = 0; sign < (CODE_BYTES * 8) / 5; sign += 1) {
    text += ALPHABET[Number(bits & 31n)] ?? '';
    bits >>= 5n;
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** What the database keeps: 80 random bits need no slow hash. Misread signs, case and separators do not matter. */
export function recoveryHash(code: string): string {
  const plain = code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const read = plain.replace(/[oil]/g, (sign) => MISREAD[sign] ?? sign);
  return createHash('sha256').update(read).digest('hex');
}

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, newCode);
}
