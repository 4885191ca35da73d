import 'server-only';
import type { UserActor } from '@/lib/auth/actor';
import { countCode } from '@/lib/auth/throttle';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { checkPasskey } from '../passkeys/check';
import type { PasskeySite } from '../passkeys/site';
import { requireCurrentPassword } from '../service';
import {
  passwordProofSchema,
  secondStepProofSchema,
  type PasskeyProof,
  type SecondStepProof,
} from './schema';
import { spendCode } from './spend-code';
import { isOn, secondStepWays } from './state';

/** Counted apart from who tries to sign in. */
const SIGNED_IN = { address: '', device: 'signed in' };

/** What somebody shows who changes what signing in rests on: password and code, or one of their passkeys alone. */
export type Proof = SecondStepProof | PasskeyProof;

/** The password of who has one; the others sign in by a service, which alone knows theirs. */
export async function requireOwner(actor: UserActor, currentPassword: string | undefined): Promise<void> {
  const where = { id: actor.id, passwordHash: { not: null } };
  if (currentPassword === undefined && (await db().user.count({ where })) === 0) return;
  await requireCurrentPassword(actor, currentPassword ?? '');
}

async function requirePasskey(
  actor: UserActor,
  answer: PasskeyProof['passkey'],
  site: PasskeySite | null,
): Promise<void> {
  const attempt = await countCode({ userId: actor.id, ...SIGNED_IN });
  const checked = await checkPasskey(answer, { purpose: 'prove', userId: actor.id, site });
  if (!checked?.isRight) throw new AppError('PASSKEY_WRONG');
  await attempt.succeed();
}

/**
 * @throws AppError PASSWORD_WRONG, TOO_MANY_ATTEMPTS, SIGN_IN_BUSY, SECOND_STEP_WRONG, TOO_MANY_CODES, PASSKEY_WRONG,
 *   SECOND_STEP_STATE when the second step is off
 */
export async function requireProof(actor: UserActor, input: Proof, site: PasskeySite | null): Promise<void> {
  if ('passkey' in input) return requirePasskey(actor, input.passkey, site);
  const { currentPassword, code } = parseInput(secondStepProofSchema, input);
  await requireOwner(actor, currentPassword);
  await spendCode({ actor, ...SIGNED_IN }, code);
}

/**
 * The same for who may have no second step yet: the password is enough then. Who has neither has nothing to show.
 */
export async function requireProofOrPassword(
  actor: UserActor,
  input: Proof,
  site: PasskeySite | null,
): Promise<void> {
  if (isOn(await secondStepWays(actor.id))) return requireProof(actor, input, site);
  const { currentPassword } = parseInput(passwordProofSchema, input);
  await requireCurrentPassword(actor, currentPassword ?? '');
}
