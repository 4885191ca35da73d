import 'server-only';
import { memberActor } from '@/lib/auth/actor';
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

async function passSecondStep(
  user: Parameters<typeof memberActor>[0] & { totpSince: Date | null },
  code: string | undefined,
  from: { address: string; device: string | null },
): Promise<void> {
  if (!user.totpSince) return;
  if (!code) throw new AppError('SECOND_STEP_NEEDED');
  await spendCode({ actor: memberActor(user), ...from }, code);
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
  const attempt = await countSignInAttempt({ email, address: client.address, device });
  const select = {
    ...{ id: true, name: true, email: true, role: true, seesAll: true, seenAppIds: true },
    ...{ passwordHash: true, deactivatedAt: true, totpSince: true, locale: true },
  };
  const find = () => db().user.findUnique({ where: { email }, select });
  const lane = device === null ? 'strangers' : 'known';
  const user = await verifyPassword(lane, password, find).catch(async (error: unknown) => {
    if (isAppError(error)) await attempt.undo();
    throw error;
  });
  if (user === null) return null;
  await attempt.succeed();
  if (user.deactivatedAt) throw new AppError('ACCOUNT_OFF');
  const { id } = user;
  await passSecondStep(user, code, { address: client.address, device });
  await db().user.update({ where: { id }, data: { lastSignInAt: clock.now() } });
  const sessionId = await openSession(id, client);
  await closeSession(await client.ownSession());
  return { id, email, sessionId, locale: isLocale(user.locale) ? user.locale : null };
}
