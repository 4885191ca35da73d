import 'server-only';
import { recordFailedEntry, recordUnknownPasskey } from '@/lib/audit/attempts';
import { memberActor } from '@/lib/auth/actor';
import { countPasskeyAttempt } from '@/lib/auth/attempts/throttle';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { enter, PERSON, type SignedIn, type SignInClient } from '../enter';
import { isPasswordOff } from '../sign-in-services/password-off';
import { checkPasskey } from './check';

/** What a field of the form of signing in brings, which is text; null when it is no JSON. */
export function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Signs in with a passkey alone: it is something that one has, and asked who holds it, so it counts as both steps.
 * @param answer what the browser sent that was asked by `askForPasskey`, as JSON
 * @throws AppError TOO_MANY_ATTEMPTS, PASSKEY_WRONG, ACCOUNT_OFF and PASSWORD_OFF for who proved whose account it is
 */
export async function signInWithPasskey(answer: string, client: SignInClient): Promise<SignedIn> {
  const attempt = await countPasskeyAttempt(client.address);
  const checked = await checkPasskey(readAnswer(answer), { purpose: 'signIn', site: client.site ?? null });
  const user =
    checked &&
    (await db().user.findUnique({
      where: { id: checked.userId },
      select: PERSON,
    }));
  if (!user) await recordUnknownPasskey();
  else if (!checked.isRight || user.deactivatedAt) await recordFailedEntry('session.fail', user);
  if (!user || !checked.isRight) throw new AppError('PASSKEY_WRONG');
  await attempt.succeed();
  if (user.deactivatedAt) throw new AppError('ACCOUNT_OFF');
  // Where the company's service alone lets people in, a passkey is no more than the second step.
  if (await isPasswordOff()) throw new AppError('PASSWORD_OFF');
  return enter({ actor: memberActor(user), locale: user.locale }, client, { by: 'passkey' });
}
