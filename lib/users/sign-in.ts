import 'server-only';
import { recordFailedSignIn } from '@/lib/audit/attempts';
import { recordAudit } from '@/lib/audit/service';
import { memberActor, type UserActor } from '@/lib/auth/actor';
import { deviceCookieName, knownDevice } from '@/lib/auth/device-cookie';
import { verifyPassword } from '@/lib/auth/passwords';
import { closeSession, openSession, type Client } from '@/lib/auth/session-rows';
import { countSignInAttempt } from '@/lib/auth/throttle';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { AppError, isAppError } from '@/lib/errors';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { signInSchema } from './schema';
import { spendCode } from './second-step/spend-code';

/** The browser that asks: its cookies prove that it has signed in before, and `ownSession` tells what it is signed in with now. */
export type SignInClient = Client & {
  cookie: (name: string) => string | undefined;
  ownSession: () => Promise<string | undefined>;
};

export type SignedIn = {
  id: string;
  email: string;
  sessionId: string;
  /** The language that they chose; null for that of the browser. */
  locale: Locale | null;
};

const MEMBER = { id: true, name: true, email: true, role: true, seesAll: true, seenAppIds: true } as const;

/** A wrong code is told of the account, as a wrong password is; that one is missing is how signing in goes on. */
async function passSecondStep(
  user: Parameters<typeof memberActor>[0] & { totpSince: Date | null },
  code: string | undefined,
  from: { address: string; device: string | null },
): Promise<void> {
  if (!user.totpSince) return;
  if (!code) throw new AppError('SECOND_STEP_NEEDED');
  await spendCode({ actor: memberActor(user), ...from }, code).catch(async (error: unknown) => {
    const isLocked = isAppError(error) && error.code === 'TOO_MANY_CODES';
    if (isAppError(error)) await recordFailedSignIn(isLocked ? 'session.lock' : 'session.fail', user.email);
    throw error;
  });
}

/**
 * @param credentials `{ email, password }` as the form sent them, and a `code` once it was asked for
 * @returns a new session, which replaces the one that the browser had; null when the two do not belong together, and never
 *   which of them is wrong
 * @throws AppError TOO_MANY_ATTEMPTS, SIGN_IN_BUSY; and what only who knows the password is told: ACCOUNT_OFF,
 *   SECOND_STEP_NEEDED when a code is missing, SECOND_STEP_WRONG, TOO_MANY_CODES
 */
export async function signInWithPassword(
  credentials: unknown,
  client: SignInClient,
): Promise<SignedIn | null> {
  const parsed = signInSchema.safeParse(credentials);
  if (!parsed.success) return null;
  const { email, password, code } = parsed.data;
  const device = knownDevice(email, client.cookie(deviceCookieName(email)));
  const attempt = await countSignInAttempt({ email, address: client.address, device }).catch(
    async (error: unknown) => {
      if (isAppError(error)) await recordFailedSignIn('session.lock', email);
      throw error;
    },
  );
  const select = {
    ...MEMBER,
    passwordHash: true,
    deactivatedAt: true,
    totpSince: true,
    locale: true,
  } as const;
  const find = () => db().user.findUnique({ where: { email }, select });
  const lane = device === null ? 'strangers' : 'known';
  const user = await verifyPassword(lane, password, find).catch(async (error: unknown) => {
    if (isAppError(error)) await attempt.undo();
    throw error;
  });
  if (user === null || user.deactivatedAt) await recordFailedSignIn('session.fail', email);
  if (user === null) return null;
  await attempt.succeed();
  if (user.deactivatedAt) throw new AppError('ACCOUNT_OFF');
  await passSecondStep(user, code, { address: client.address, device });
  const sessionId = await enter(memberActor(user), client);
  await closeSession(await client.ownSession());
  const locale = isLocale(user.locale) ? user.locale : null;
  return { id: user.id, email, sessionId, locale };
}

/** @returns the id of the new session */
async function enter(actor: UserActor, client: Client): Promise<string> {
  const { id, name: targetName } = actor;
  return db().$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { lastSignInAt: clock.now() } });
    const sessionId = await openSession(id, client, tx);
    await recordAudit(tx, actor, { action: 'session.start', targetId: id, targetName });
    return sessionId;
  });
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
