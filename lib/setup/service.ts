import 'server-only';
import { createHmac } from 'node:crypto';
import { recordAudit } from '@/lib/audit/service';
import { systemActor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/passwords/passwords';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { keepOutOfLogs } from '@/lib/redaction';
import { secrets } from '@/lib/secrets';
import { linkTokenHash } from '@/lib/users/link-token';
import { requireStrongPassword } from '@/lib/users/password-strength';
import { newUserSchema, type NewUserInput } from '@/lib/users/schema';
import { parseInput } from '@/lib/validation';

const INSTALLATION_ID = 1;

/**
 * The one-time set-up token, so that only who reads the start-up line can become the first administrator. Every process
 * of this installation makes the same, so that no start takes away the link that another one has printed.
 * @returns null when there is a user already
 */
export async function issueSetupToken(): Promise<string | null> {
  if (!(await awaitsSetup())) return null;
  const token = createHmac('sha256', secrets().AUTH_SECRET)
    .update('suncode set-up token')
    .digest('base64url');
  keepOutOfLogs(token);
  const setupTokenHash = linkTokenHash(token);
  await db().installation.upsert({
    where: { id: INSTALLATION_ID },
    create: { id: INSTALLATION_ID, setupTokenHash },
    update: { setupTokenHash },
  });
  return token;
}

/** Whether nobody can sign in, for want of a first administrator. */
export async function awaitsSetup(): Promise<boolean> {
  return (await db().user.count()) === 0;
}

export async function isSetupTokenValid(token: string): Promise<boolean> {
  const match = await db().installation.findFirst({
    where: { id: INSTALLATION_ID, completedAt: null, setupTokenHash: linkTokenHash(token) },
    select: { id: true },
  });
  return match !== null;
}

/**
 * Creates the first administrator. The singleton row decides a race: only one caller can turn `completedAt` from null.
 * @throws AppError SETUP_DONE when the token is wrong or used, INVALID_INPUT when the password is easy to guess
 */
export async function completeSetup(token: string, input: NewUserInput): Promise<void> {
  const { name, email, password } = parseInput(newUserSchema, input);
  // First of all: judging and hashing are work that nobody without the link may ask for.
  if (!(await isSetupTokenValid(token))) throw new AppError('SETUP_DONE');
  await requireStrongPassword('password', password, { name, email });
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const { count } = await tx.installation.updateMany({
      where: { id: INSTALLATION_ID, completedAt: null, setupTokenHash: linkTokenHash(token) },
      data: { completedAt: new Date(), setupTokenHash: null },
    });
    if (count === 0) throw new AppError('SETUP_DONE');
    const user = await tx.user.create({
      data: { name, email, passwordHash, role: 'ADMIN' },
      select: { id: true },
    });
    await recordAudit(tx, systemActor('setup'), {
      action: 'setup.complete',
      targetId: user.id,
      targetName: name,
      isAsked: true,
    });
  });
}

/** Creates the administrator that the environment names, unless there is a user already. */
export async function provisionAdministrator(email: string, password: string): Promise<void> {
  const token = await issueSetupToken();
  if (token) await completeSetup(token, { name: email.split('@')[0] ?? email, email, password });
}
