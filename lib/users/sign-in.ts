import 'server-only';
import { clearSignInAttempts, countSignInAttempt } from '@/lib/auth/throttle';
import { verifyPassword } from '@/lib/auth/passwords';
import { db } from '@/lib/db/client';
import { signInSchema } from './schema';

/**
 * @param credentials `{ email, password }` as the form sent them
 * @returns null when they do not belong together; never says which of the two is wrong
 * @throws AppError TOO_MANY_ATTEMPTS
 */
export async function signInWithPassword(credentials: unknown, address: string) {
  const parsed = signInSchema.safeParse(credentials);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  await countSignInAttempt(email, address);
  const user = await db().user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true },
  });
  if (!(await verifyPassword(user?.passwordHash, password)) || !user) return null;
  await clearSignInAttempts(email, address);
  await db().user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() } });
  return { id: user.id, sessionVersion: user.sessionVersion };
}
