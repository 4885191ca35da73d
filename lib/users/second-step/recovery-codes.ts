import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '@/lib/db/client';

const RECOVERY_CODES = 10;
/** 120 bits: with 112 and more a hash need not be slow (OWASP ASVS 6.5.2). Codes of 80 bits from before are still taken. */
const CODE_BYTES = 15;

/** Crockford's: without letters that are taken for each other, or for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const MISREAD: Record<string, string> = { o: '0', i: '1', l: '1' };

/** 24 signs of 5 random bits each, in groups of four. */
function newCode(): string {
  let bits = BigInt(`0x${randomBytes(CODE_BYTES).toString('hex')}`);
  let text = '';
  for (let sign = 0; sign < (CODE_BYTES * 8) / 5; sign += 1) {
    text += ALPHABET[Number(bits & 31n)] ?? '';
    bits >>= 5n;
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** What the database keeps. Misread signs, case and separators do not matter. */
export function recoveryHash(code: string): string {
  const plain = code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const read = plain.replace(/[oil]/g, (sign) => MISREAD[sign] ?? sign);
  return createHash('sha256').update(read).digest('hex');
}

/** @returns new ones, told here and never again; those before are good no more */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: recoveryHash(code) })),
  });
  return codes;
}
