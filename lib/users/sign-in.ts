import 'server-only';
import { recordFailedEntry, recordFailedSignIn } from '@/lib/audit/attempts';
import { recordAudit } from '@/lib/audit/service';
import { memberActor } from '@/lib/auth/actor';
import { countCode, countSignInAttempt } from '@/lib/auth/attempts/throttle';
import { deviceCookieName, knownDevice } from '@/lib/auth/device-cookie';
import { verifyPassword } from '@/lib/auth/passwords/passwords';
import { db } from '@/lib/db/client';
import { AppError, isAppError } from '@/lib/errors';
import { enter, knownAsOf, MEMBER, PERSON, type Person, type SignedIn, type SignInClient } from './enter';
import { checkPasskey } from './passkeys/check';
import { readAnswer } from './passkeys/sign-in';
import type { PasskeySite } from './passkeys/site';
import { signInSchema } from './schema';
import { isPasswordOff } from './sign-in-services/password-off';
import { spendCode } from './second-step/spend-code';
import { isOn, secondStepWays } from './second-step/state';

/** The second step as it comes: a code, or what a browser sent that was asked for a passkey, as JSON. */
export type Given = { code?: string | undefined; passkey?: string | undefined };
type From = { address: string; device: string | null; site: PasskeySite | null };

/** Limited like codes: who has the password alone must not try for ever. */
async function spendPasskey(userId: string, answer: string, { site, ...from }: From): Promise<void> {
  const attempt = await countCode({ userId, ...from });
  const checked = await checkPasskey(readAnswer(answer), { purpose: 'signIn', site });
  if (!checked?.isRight || checked.userId !== userId) throw new AppError('PASSKEY_WRONG');
  await attempt.succeed();
}

/** A wrong code is told of the account, as a wrong password is; that one is missing is how signing in goes on. */
async function passSecondStep(user: Person, { code, passkey }: Given, from: From): Promise<void> {
  const ways = await secondStepWays(user.id);
  if (!isOn(ways)) return;
  const wanted = { app: Number(ways.app), passkeys: ways.passkeys };
  if (!code && !passkey) throw new AppError('SECOND_STEP_NEEDED', { values: wanted });
  const { site: _, ...place } = from;
  const spent = passkey
    ? spendPasskey(user.id, passkey, from)
    : spendCode({ actor: memberActor(user), ...place }, code ?? '');
  await spent.catch(async (error: unknown) => {
    const isLocked = isAppError(error) && error.code === 'TOO_MANY_CODES';
    if (isAppError(error)) await recordFailedEntry(isLocked ? 'session.lock' : 'session.fail', user);
    throw error;
  });
}

/**
 * Lets in whoever has shown who they are, once they have passed the second step.
 * @param service the name of the sign-in service that vouches for them
 * @throws AppError SECOND_STEP_NEEDED with what it can be, SECOND_STEP_WRONG, PASSKEY_WRONG, TOO_MANY_CODES
 */
export async function letIn(
  user: Person,
  client: SignInClient,
  { service, ...given }: Given & { service?: string } = {},
): Promise<SignedIn> {
  const knownAs = knownAsOf(user);
  const device = knownDevice(knownAs, client.cookie(deviceCookieName(knownAs)));
  await passSecondStep(user, given, { address: client.address, device, site: client.site ?? null });
  const details = service === undefined ? undefined : { service };
  return enter({ actor: memberActor(user), locale: user.locale }, client, details);
}

/**
 * @param credentials `{ email, password }` as the form sent them, and a `code` or `passkey` once it was asked for
 * @returns a new session, which replaces the one that the browser had; null when the two do not belong together, and never
 *   which of them is wrong
 * @throws AppError TOO_MANY_ATTEMPTS, SIGN_IN_BUSY; and what only who knows the password is told: ACCOUNT_OFF, PASSWORD_OFF,
 *   SECOND_STEP_NEEDED when both are missing, SECOND_STEP_WRONG, PASSKEY_WRONG, TOO_MANY_CODES
 */
export async function signInWithPassword(
  credentials: unknown,
  client: SignInClient,
): Promise<SignedIn | null> {
  const parsed = signInSchema.safeParse(credentials);
  if (!parsed.success) return null;
  const { email, password, ...given } = parsed.data;
  const device = knownDevice(email, client.cookie(deviceCookieName(email)));
  const attempt = await countSignInAttempt({ email, address: client.address, device }).catch(
    async (error: unknown) => {
      if (isAppError(error)) await recordFailedSignIn('session.lock', email);
      throw error;
    },
  );
  const find = () => db().user.findUnique({ where: { email }, select: { ...PERSON, passwordHash: true } });
  const lane = device === null ? 'strangers' : 'known';
  const user = await verifyPassword(lane, password, find).catch(async (error: unknown) => {
    if (isAppError(error)) await attempt.undo();
    throw error;
  });
  if (user === null || user.deactivatedAt) await recordFailedSignIn('session.fail', email);
  if (user === null) return null;
  await attempt.succeed();
  if (user.deactivatedAt) throw new AppError('ACCOUNT_OFF');
  if (await isPasswordOff()) throw new AppError('PASSWORD_OFF');
  return letIn(user, client, given);
}

/** Ends the session that a cookie carries. Of one that has ended already nothing is recorded. */
export async function signOut(sessionId: string | undefined): Promise<void> {
  if (sessionId === undefined) return;
  await db().$transaction(async (tx) => {
    const session = await tx.session.findUnique({
      where: { id: sessionId },
      select: { user: { select: MEMBER } },
    });
    const { count } = await tx.session.deleteMany({ where: { id: sessionId } });
    if (!session || count === 0) return;
    const { id, name: targetName } = session.user;
    await recordAudit(tx, memberActor(session.user), { action: 'session.end', targetId: id, targetName });
  });
}
