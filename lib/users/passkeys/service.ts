import 'server-only';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { tellMember } from '../notices';
import { requireProof, requireProofOrPassword, type Proof } from '../second-step/proof';
import { replaceRecoveryCodes } from '../second-step/recovery-codes';
import { holdWays, isOn, settleWays } from '../second-step/state';
import { CHALLENGE_MS, newChallenge, readChallenge, spendChallenge, type OpenChallenge } from './challenge';
import { PASSKEYS_MAX } from './limits';
import {
  newPasskeySchema,
  renamePasskeySchema,
  type NewPasskeyInput,
  type RenamePasskeyInput,
} from './schema';
import type { PasskeySite } from './site';

/** @throws AppError PASSKEY_NOT_HERE where browsers make none */
function requireSite(site: PasskeySite | null): PasskeySite {
  if (!site) throw new AppError('PASSKEY_NOT_HERE');
  return site;
}

const keysOf = (userId: string) =>
  db().passkey.findMany({ where: { userId }, select: { credentialId: true, transports: true } });

const named = (keys: Awaited<ReturnType<typeof keysOf>>) =>
  keys.map(({ credentialId: id, transports }) => ({ id, transports }));

/**
 * What the browser is to make a passkey of: one that is found without an address, and that asks who holds it.
 * @throws AppError as `requireProof`, PASSKEY_NOT_HERE, TOO_MANY_PASSKEYS
 */
export async function startPasskey(actor: UserActor, input: Proof, site: PasskeySite | null) {
  requirePermission(actor, 'account.manage');
  const { rpId } = requireSite(site);
  await requireProofOrPassword(actor, input, site);
  const { id, email, name } = actor;
  const keys = await keysOf(id);
  if (keys.length >= PASSKEYS_MAX) throw new AppError('TOO_MANY_PASSKEYS', { values: { max: PASSKEYS_MAX } });
  return generateRegistrationOptions({
    ...{ rpName: 'Suncode', rpID: rpId, userName: email ?? name, userDisplayName: name },
    userID: new Uint8Array(Buffer.from(id)),
    challenge: newChallenge({ purpose: 'add', userId: id }),
    timeout: CHALLENGE_MS,
    excludeCredentials: named(keys),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What signing in asks a browser for, which need not know who comes. @throws AppError PASSKEY_NOT_HERE */
export async function askForPasskey(site: PasskeySite | null) {
  const { rpId } = requireSite(site);
  const challenge = newChallenge({ purpose: 'signIn' });
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge,
    timeout: CHALLENGE_MS,
    userVerification: 'required',
  });
}

/** The same of the actor, as a proof. @throws AppError PASSKEY_NOT_HERE */
export async function askForOwnPasskey(actor: UserActor, site: PasskeySite | null) {
  requirePermission(actor, 'account.manage');
  const { rpId } = requireSite(site);
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: newChallenge({ purpose: 'prove', userId: actor.id }),
    timeout: CHALLENGE_MS,
    allowCredentials: named(await keysOf(actor.id)),
    userVerification: 'required',
  });
}

type NewKey = { credentialId: string; publicKey: string; counter: number; isBackedUp: boolean };

async function verifyNew(
  actor: UserActor,
  answer: ReturnType<typeof newPasskeySchema.parse>['answer'],
  { rpId, origin }: PasskeySite,
): Promise<{ key: NewKey; challenge: OpenChallenge } | null> {
  const found: { challenge?: OpenChallenge | null } = {};
  const asked = { purpose: 'add', userId: actor.id } as const;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: (challenge) => (found.challenge = readChallenge(challenge, asked)) !== null,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    });
    if (!verified || !found.challenge) return null;
    const { credential, credentialBackedUp: isBackedUp } = registrationInfo;
    const publicKey = Buffer.from(credential.publicKey).toString('base64url');
    const key = { credentialId: credential.id, publicKey, counter: credential.counter, isBackedUp };
    return { key, challenge: found.challenge };
  } catch {
    // The library throws for each thing that is wrong with an answer; nobody is told which.
    return null;
  }
}

type Added = NewKey & { name: string; transports: string[] };

async function insert(tx: Tx, userId: string, key: Added): Promise<void> {
  const createdAt = clock.now();
  const { count } = await tx.passkey.createMany({
    data: [{ userId, ...key, createdAt }],
    skipDuplicates: true,
  });
  if (count === 0) throw new AppError('PASSKEY_WRONG');
}

/**
 * Keeps a passkey that a browser has made. With the first way of it the second step is on: the other sessions end.
 * @param keptSessionId the session of the browser that asks
 * @returns recovery codes when the second step was off, told here and never again
 * @throws AppError INVALID_INPUT, PASSKEY_NOT_HERE, PASSKEY_WRONG
 */
export async function addPasskey(
  actor: UserActor,
  input: NewPasskeyInput,
  { site, keptSessionId }: { site: PasskeySite | null; keptSessionId: string },
): Promise<{ recoveryCodes: string[] | null }> {
  requirePermission(actor, 'account.manage');
  const { name, answer } = parseInput(newPasskeySchema, input);
  const made = await verifyNew(actor, answer, requireSite(site));
  if (!made) throw new AppError('PASSKEY_WRONG');
  const { id, name: targetName } = actor;
  const recoveryCodes = await db().$transaction(async (tx) => {
    const wasOn = isOn(await holdWays(tx, id));
    if (!(await spendChallenge(tx, made.challenge))) throw new AppError('PASSKEY_WRONG');
    await insert(tx, id, { ...made.key, name, transports: answer.response.transports });
    const details = { passkey: name };
    await recordAudit(tx, actor, { action: 'user.addPasskey', targetId: id, targetName, details });
    if (wasOn) return null;
    await tx.session.deleteMany({ where: { userId: id, id: { not: keptSessionId } } });
    await recordAudit(tx, actor, { action: 'user.secondStepOn', targetId: id });
    return replaceRecoveryCodes(tx, id);
  });
  tellMember(id, 'passkeyAdded', { name });
  return { recoveryCodes };
}

/** @throws AppError INVALID_INPUT, NOT_FOUND when the actor has no such passkey */
export async function renamePasskey(actor: UserActor, input: RenamePasskeyInput): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { id, name } = parseInput(renamePasskeySchema, input);
  await db().$transaction(async (tx) => {
    const where = { id, userId: actor.id };
    const before = await tx.passkey.findUnique({ where, select: { name: true } });
    if (!before) throw new AppError('NOT_FOUND');
    const changes = changesOf({ passkey: before.name }, { passkey: name });
    await tx.passkey.update({ where, data: { name } });
    const target = { targetId: actor.id, targetName: actor.name };
    await recordChange(tx, actor, { action: 'user.renamePasskey', ...target, changes });
  });
}

/**
 * It is good no more, and the other sessions end: it may have been lost together with a browser. With the last way of it
 * the second step is off.
 * @throws AppError as `requireProof`; NOT_FOUND when the actor has no such passkey
 */
export async function removePasskey(
  actor: UserActor,
  { id, proof }: { id: string; proof: Proof },
  { site, keptSessionId }: { site: PasskeySite | null; keptSessionId: string },
): Promise<void> {
  requirePermission(actor, 'account.manage');
  const where = { id, userId: actor.id };
  const found = await db().passkey.findUnique({ where, select: { name: true } });
  if (!found) throw new AppError('NOT_FOUND');
  await requireProof(actor, proof, site);
  const { name } = found;
  const isOff = await db().$transaction(async (tx) => {
    await holdWays(tx, actor.id);
    const { count } = await tx.passkey.deleteMany({ where });
    if (count === 0) throw new AppError('NOT_FOUND');
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: keptSessionId } } });
    const target = { targetId: actor.id, targetName: actor.name };
    await recordAudit(tx, actor, { action: 'user.removePasskey', ...target, details: { passkey: name } });
    const nowOff = await settleWays(tx, actor.id);
    if (nowOff) await recordAudit(tx, actor, { action: 'user.secondStepOff', targetId: actor.id });
    return nowOff;
  });
  tellMember(actor.id, 'passkeyRemoved', { name, off: isOff ? 'yes' : 'no' });
}
