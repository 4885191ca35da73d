import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { secrets } from '@/lib/secrets';

/** As long as somebody may look for their key. */
export const CHALLENGE_MS = 5 * 60 * 1000;
const NONCE_BYTES = 16;
const ENDS_BYTES = 6;

/** Signing in asks before anybody is known; the other two are one person's. */
export type ChallengeFor = { purpose: 'signIn' } | { purpose: 'add' | 'prove'; userId: string };

function signatureOf(head: Buffer, asked: ChallengeFor): Buffer {
  const userId = asked.purpose === 'signIn' ? '' : asked.userId;
  return createHmac('sha256', secrets().AUTH_SECRET)
    .update(['suncode-passkey', asked.purpose, userId, head.toString('hex')].join('\0'))
    .digest();
}

/**
 * What a passkey has to sign. It carries its own end and our signature, so that asking for one keeps nothing here and
 * strangers cannot fill a table.
 */
export function newChallenge(asked: ChallengeFor): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(NONCE_BYTES + ENDS_BYTES);
  randomBytes(NONCE_BYTES).copy(head);
  head.writeUIntBE(clock.now().getTime() + CHALLENGE_MS, NONCE_BYTES, ENDS_BYTES);
  return new Uint8Array(Buffer.concat([head, signatureOf(head, asked)]));
}

/** A challenge of ours that can still be answered. */
export type OpenChallenge = { nonce: string; expiresAt: Date };

/** @returns null for one that we did not make, made for something else or somebody else, or that has run out */
export function readChallenge(base64url: string, asked: ChallengeFor): OpenChallenge | null {
  const bytes = Buffer.from(base64url, 'base64url');
  const head = bytes.subarray(0, NONCE_BYTES + ENDS_BYTES);
  const given = bytes.subarray(NONCE_BYTES + ENDS_BYTES);
  const expected = signatureOf(head, asked);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const expiresAt = new Date(head.readUIntBE(NONCE_BYTES, ENDS_BYTES));
  if (expiresAt <= clock.now()) return null;
  return { nonce: head.subarray(0, NONCE_BYTES).toString('base64url'), expiresAt };
}

/** Of several answers to one challenge the first is taken. @returns whether this is it */
export async function spendChallenge(tx: Tx, challenge: OpenChallenge): Promise<boolean> {
  const { count } = await tx.spentChallenge.createMany({ data: [challenge], skipDuplicates: true });
  return count === 1;
}

/** Forgets challenges that nobody can answer any more. */
export async function sweepChallenges(): Promise<void> {
  await db().spentChallenge.deleteMany({ where: { expiresAt: { lte: clock.now() } } });
}
