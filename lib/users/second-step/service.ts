import 'server-only';
import { toString as drawQr } from 'qrcode';
import { recordAudit } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { tellMember } from '../notices';
import type { PasskeySite } from '../passkeys/site';
import { encryptSecret, keyUri, newSecret, stepOfCode } from './one-time-codes';
import { requireOwner, requireProof, type Proof } from './proof';
import { replaceRecoveryCodes } from './recovery-codes';
import { secondStepProofSchema, type SecondStepProof } from './schema';
import { refuseCode, tidyCode } from './spend-code';
import { holdWays, isOn, secondStepWays, settleWays } from './state';

/** Told once, to be read by an authenticator app; `qr` is an SVG as a data URL. */
export type NewSecondStep = { secret: string; qr: string };

export type RecoveryCodes = { recoveryCodes: string[] };

const NO_PROOF = { currentPassword: '', code: '' };

/**
 * A new secret for the actor, which waits for its first right code; one that waited before is good no more.
 * @param proof of who has passkeys: whoever finds an open browser and knows the password must not add another way in
 * @throws AppError SECOND_STEP_STATE when the app is on; as `requireProof`
 */
export async function startSecondStep(
  actor: UserActor,
  proof?: Proof,
  site: PasskeySite | null = null,
): Promise<NewSecondStep> {
  requirePermission(actor, 'account.manage');
  const { id, email, name } = actor;
  if ((await secondStepWays(id)).passkeys > 0) await requireProof(actor, proof ?? NO_PROOF, site);
  const secret = newSecret();
  const { count } = await db().user.updateMany({
    where: { id, totpSince: null },
    data: { totpSecret: encryptSecret(id, secret) },
  });
  if (count === 0) throw new AppError('SECOND_STEP_STATE');
  const svg = await drawQr(keyUri(secret, email ?? name), {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 3,
  });
  return { secret, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
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
  await requireOwner(actor, currentPassword);
  const { id } = actor;
  const codes = await db().$transaction(async (tx) => {
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
  tellMember(id, 'secondStepOn');
  return codes;
}

/**
 * @returns new recovery codes, told here and never again; those before are good no more
 * @throws AppError as `requireProof`
 */
export async function renewRecoveryCodes(
  actor: UserActor,
  input: Proof,
  site: PasskeySite | null,
): Promise<RecoveryCodes> {
  requirePermission(actor, 'account.manage');
  await requireProof(actor, input, site);
  const { id } = actor;
  const recoveryCodes = await db().$transaction(async (tx) => {
    // Of two who renew at once the later one’s codes are all there are.
    if (!isOn(await holdWays(tx, id))) throw new AppError('SECOND_STEP_STATE');
    await recordAudit(tx, actor, { action: 'user.renewRecoveryCodes', targetId: id });
    return replaceRecoveryCodes(tx, id);
  });
  tellMember(id, 'recoveryCodes');
  return { recoveryCodes };
}

/** Takes every second step off somebody. @returns whether there was one */
export async function removeSecondStep(tx: Tx, userId: string): Promise<boolean> {
  const ways = await holdWays(tx, userId);
  await tx.user.update({ where: { id: userId }, data: { totpSecret: null, totpSince: null } });
  await tx.passkey.deleteMany({ where: { userId } });
  await settleWays(tx, userId);
  return isOn(ways);
}

/**
 * Codes of the app are good no more. Without a passkey signing in asks for the password alone again.
 * @throws AppError as `requireProof`; SECOND_STEP_STATE when it is off
 */
export async function turnOffSecondStep(
  actor: UserActor,
  input: Proof,
  site: PasskeySite | null,
): Promise<void> {
  requirePermission(actor, 'account.manage');
  await requireProof(actor, input, site);
  const { id } = actor;
  const isOff = await db().$transaction(async (tx) => {
    const { app } = await holdWays(tx, id);
    if (!app) throw new AppError('SECOND_STEP_STATE');
    await tx.user.update({ where: { id }, data: { totpSecret: null, totpSince: null } });
    await recordAudit(tx, actor, { action: 'user.secondStepOff', targetId: id });
    return settleWays(tx, id);
  });
  tellMember(id, 'secondStepOff', { left: isOff ? 'none' : 'passkeys' });
}
