import 'server-only';
import { toString as drawQr } from 'qrcode';
import { recordAudit } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { requireCurrentPassword } from '../service';
import { encryptSecret, keyUri, newSecret, stepOfCode } from './one-time-codes';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import { secondStepProofSchema, type SecondStepProof } from './schema';
import { refuseCode, spendCode, tidyCode } from './spend-code';

/** Told once, to be read by an authenticator app; `qr` is an SVG as a data URL. */
export type NewSecondStep = { secret: string; qr: string };

export type RecoveryCodes = { recoveryCodes: string[] };

/**
 * A new secret for the actor, which waits for its first right code; one that waited before is good no more.
 * @throws AppError SECOND_STEP_STATE when the second step is on
 */
export async function startSecondStep(actor: UserActor): Promise<NewSecondStep> {
  requirePermission(actor, 'account.manage');
  const { id, email } = actor;
  const secret = newSecret();
  const { count } = await db().user.updateMany({
    where: { id, totpSince: null },
    data: { totpSecret: encryptSecret(id, secret) },
  });
  if (count === 0) throw new AppError('SECOND_STEP_STATE');
  const svg = await drawQr(keyUri(secret, email), { type: 'svg', errorCorrectionLevel: 'M', margin: 3 });
  return { secret, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
}

async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: recoveryHash(code) })),
  });
  return codes;
}

/**
 * Signing in asks for codes from now on, and all sessions but one end.
 * @param keptSessionId the session of the browser that asks
 * @returns the recovery codes, told here and never again
 * @throws AppError PASSWORD_WRONG, TOO_MANY_ATTEMPTS, SIGN_IN_BUSY, SECOND_STEP_WRONG, SECOND_STEP_STATE when it was not started
 *   or is on
 */
export async function confirmSecondStep(
  actor: UserActor,
  input: SecondStepProof,
  keptSessionId: string,
): Promise<RecoveryCodes> {
  requirePermission(actor, 'account.manage');
  const { currentPassword, code } = parseInput(secondStepProofSchema, input);
  await requireCurrentPassword(actor, currentPassword);
  const { id } = actor;
  return db().$transaction(async (tx) => {
    const where = { id, totpSince: null };
    const { totpSecret } = (await tx.user.findUnique({ where, select: { totpSecret: true } })) ?? {};
    if (!totpSecret) throw new AppError('SECOND_STEP_STATE');
    const step = stepOfCode(id, totpSecret, tidyCode(code));
    if (step === null) refuseCode();
    const { count } = await tx.user.updateMany({
      where: { ...where, totpSecret },
      data: { totpSince: clock.now(), totpLastStep: step },
    });
    if (count === 0) throw new AppError('SECOND_STEP_STATE');
    await tx.session.deleteMany({ where: { userId: id, id: { not: keptSessionId } } });
    await recordAudit(tx, actor, { action: 'user.secondStepOn', targetId: id });
    return { recoveryCodes: await replaceRecoveryCodes(tx, id) };
  });
}

/** Counted apart from who tries to sign in. */
const SIGNED_IN = { address: '', device: 'signed in' };

async function requireProof(actor: UserActor, input: SecondStepProof): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { currentPassword, code } = parseInput(secondStepProofSchema, input);
  await requireCurrentPassword(actor, currentPassword);
  await spendCode({ actor, ...SIGNED_IN }, code);
}

/**
 * @returns new recovery codes, told here and never again; those before are good no more
 * @throws AppError PASSWORD_WRONG, TOO_MANY_ATTEMPTS, SIGN_IN_BUSY, SECOND_STEP_WRONG, TOO_MANY_CODES, SECOND_STEP_STATE
 */
export async function renewRecoveryCodes(actor: UserActor, input: SecondStepProof): Promise<RecoveryCodes> {
  await requireProof(actor, input);
  const { id } = actor;
  return db().$transaction(async (tx) => {
    // Holds the row: of two who renew at once the later one’s codes are all there are.
    const { count } = await tx.user.updateMany({
      where: { id, totpSince: { not: null } },
      data: { updatedAt: clock.now() },
    });
    if (count === 0) throw new AppError('SECOND_STEP_STATE');
    await recordAudit(tx, actor, { action: 'user.renewRecoveryCodes', targetId: id });
    return { recoveryCodes: await replaceRecoveryCodes(tx, id) };
  });
}

/** Takes the second step off somebody. @returns whether it was on */
export async function removeSecondStep(tx: Tx, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, totpSince: { not: null } },
    data: { totpSecret: null, totpSince: null },
  });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  return count > 0;
}

/**
 * Signing in asks for the password alone again.
 * @throws AppError PASSWORD_WRONG, TOO_MANY_ATTEMPTS, SIGN_IN_BUSY, SECOND_STEP_WRONG, TOO_MANY_CODES, SECOND_STEP_STATE
 */
export async function turnOffSecondStep(actor: UserActor, input: SecondStepProof): Promise<void> {
  await requireProof(actor, input);
  await db().$transaction(async (tx) => {
    if (await removeSecondStep(tx, actor.id))
      await recordAudit(tx, actor, { action: 'user.secondStepOff', targetId: actor.id });
  });
}
