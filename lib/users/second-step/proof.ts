import 'server-only';
import { z } from 'zod';
import type { UserActor } from '@/lib/auth/actor';
import { countCode } from '@/lib/auth/attempts/throttle';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { checkPasskey } from '../passkeys/check';
import type { PasskeySite } from '../passkeys/site';
import { requireCurrentPassword } from '../service';
import {
  factorProofSchema,
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

/** As much as a door can tell; what stands in it `parseInput` and `checkPasskey` look at. */
export const proofSchema = z.custom<Proof>((value) => typeof value === 'object' && value !== null);

async function hasPassword({ id }: UserActor): Promise<boolean> {
  return (await db().user.count({ where: { id, passwordHash: { not: null } } })) > 0;
}

/** The password of who has one; the others sign in by a service, which alone knows theirs. */
export async function requireOwner(actor: UserActor, currentPassword: string | undefined): Promise<void> {
  if (currentPassword === undefined && !(await hasPassword(actor))) return;
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

/**
 * One of them once more, for what closes ways in and opens none: the password, or a passkey; a code of who has no password. Who
 * comes by a service and has no second step has nothing to show.
 * @throws AppError as `requireProof`
 */
export async function requireFactor(actor: UserActor, input: Proof, site: PasskeySite | null): Promise<void> {
  if ('passkey' in input) return requirePasskey(actor, input.passkey, site);
  const { currentPassword, code } = parseInput(factorProofSchema, input);
  if (await hasPassword(actor)) return requireCurrentPassword(actor, currentPassword ?? '');
  if (isOn(await secondStepWays(actor.id))) await spendCode({ actor, ...SIGNED_IN }, code ?? '');
}
