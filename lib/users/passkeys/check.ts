import 'server-only';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { readChallenge, spendChallenge, type ChallengeFor, type OpenChallenge } from './challenge';
import { passkeyAnswerSchema } from './schema';
import type { PasskeySite } from './site';

/** What somebody says their passkey is for, and at which address. */
export type Asked = ChallengeFor & { site: PasskeySite | null };

const KEPT = { id: true, userId: true, credentialId: true, publicKey: true, counter: true } as const;

type Kept = { id: string; userId: string; credentialId: string; publicKey: string; counter: bigint };
type Verified = { challenge: OpenChallenge; counter: number; isBackedUp: boolean };

const bytesOf = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'));

/** Some keys leave out whose they are; a wrong name is refused. */
const isOf = (userId: string, handle: string | null | undefined) =>
  !handle || Buffer.from(handle, 'base64url').toString() === userId;

type Answer = ReturnType<typeof passkeyAnswerSchema.parse>;

async function verify(answer: Answer, key: Kept, asked: Asked): Promise<Verified | null> {
  if (!asked.site || !isOf(key.userId, answer.response.userHandle)) return null;
  const { userHandle: _, ...response } = answer.response;
  const found: { challenge?: OpenChallenge | null } = {};
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response },
      expectedChallenge: (challenge) => (found.challenge = readChallenge(challenge, asked)) !== null,
      expectedOrigin: asked.site.origin,
      expectedRPID: asked.site.rpId,
      credential: { id: key.credentialId, publicKey: bytesOf(key.publicKey), counter: Number(key.counter) },
      requireUserVerification: true,
    });
    if (!verified || !found.challenge) return null;
    const { newCounter: counter, credentialBackedUp: isBackedUp } = authenticationInfo;
    return { challenge: found.challenge, counter, isBackedUp };
  } catch {
    // The library throws for each thing that is wrong with an answer; nobody is told which.
    return null;
  }
}

/** Of parallel answers with one count one is taken. */
async function take(tx: Tx, { id }: Kept, { challenge, counter, isBackedUp }: Verified): Promise<boolean> {
  if (!(await spendChallenge(tx, challenge))) return false;
  const { count } = await tx.passkey.updateMany({
    where: { id, counter: counter === 0 ? 0 : { lt: counter } },
    data: { counter, isBackedUp, lastUsedAt: clock.now() },
  });
  return count === 1;
}

/** Whose passkey an answer names, and whether it proved so. */
export type CheckedPasskey = { userId: string; isRight: boolean };

/**
 * Looks at what a browser sent that was asked for a passkey, and takes it once: the challenge is ours, open and not answered
 * yet, the page was ours, the device asked who holds it, and its count has not gone back.
 * @returns null for a passkey that nobody here has, or not who it was asked of
 */
export async function checkPasskey(input: unknown, asked: Asked): Promise<CheckedPasskey | null> {
  const parsed = passkeyAnswerSchema.safeParse(input);
  if (!parsed.success) return null;
  const where = { credentialId: parsed.data.id };
  const key = await db().passkey.findUnique({ where, select: KEPT });
  if (!key || ('userId' in asked && key.userId !== asked.userId)) return null;
  const verified = await verify(parsed.data, key, asked);
  const isRight = verified !== null && (await db().$transaction((tx) => take(tx, key, verified)));
  return { userId: key.userId, isRight };
}
