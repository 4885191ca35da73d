import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import { systemActor, type Actor } from '@/lib/auth/actor';
import { countResetRequest } from '@/lib/auth/attempts/throttle';
import { hashPassword } from '@/lib/auth/passwords/passwords';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { sendsMail } from '@/lib/mail/mail';
import { parseInput } from '@/lib/validation';
import { sendReset } from './letters';
import { RESET_HOURS } from './limits';
import { linkTokenHash, newLinkToken } from './link-token';
import { madeBy } from './made-links';
import { tellMember } from './notices';
import { requireStrongPassword } from './password-strength';
import { forgottenSchema, resetPasswordSchema, type ForgottenInput, type ResetPasswordInput } from './schema';

const HOUR_MS = 60 * 60 * 1000;

/**
 * A one-time link by which a member sets a new password; the one before it ends. Until it is used nothing else changes.
 * @returns what the link carries, told here and never again
 * @throws AppError FORBIDDEN, NOT_FOUND, MEMBER_OFF, NO_ADDRESS of whom a password would not let in
 */
export async function createResetLink(actor: Actor, userId: string): Promise<{ token: string }> {
  requirePermission(actor, 'members.manage');
  const { token, tokenHash } = newLinkToken();
  await db().$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { name: true, email: true, deactivatedAt: true },
    });
    if (!user) throw new AppError('NOT_FOUND');
    if (user.deactivatedAt) throw new AppError('MEMBER_OFF', { values: { name: user.name } });
    if (user.email === null) throw new AppError('NO_ADDRESS', { values: { name: user.name } });
    const now = clock.now();
    const ends = new Date(now.getTime() + RESET_HOURS * HOUR_MS);
    const data = { tokenHash, ...madeBy(actor), createdAt: now, expiresAt: ends };
    await tx.passwordReset.upsert({ where: { userId }, create: { userId, ...data }, update: data });
    await recordAudit(tx, actor, {
      action: 'user.resetLink',
      targetId: userId,
      isAsked: true,
      details: { name: user.name },
    });
  });
  return { token };
}

const byThemselves = systemActor('forgotten password');

async function sendLinkTo(email: string): Promise<void> {
  const user = await db().user.findUnique({ where: { email }, select: { id: true, deactivatedAt: true } });
  if (!user || user.deactivatedAt) return;
  await sendReset({ email, ...(await createResetLink(byThemselves, user.id)) });
}

/**
 * Sends a member a link for a new password. The answer is the same, and as quick, for an address that nobody has: all that
 * differs is left for `later`.
 * @param later takes what may be done once the answer has gone out
 * @throws AppError INVALID_INPUT, NO_MAIL, TOO_MANY_ATTEMPTS for one address of the network that asks too often
 */
export async function requestReset(
  input: ForgottenInput,
  { address, later }: { address: string; later: (work: () => Promise<void>) => void },
): Promise<void> {
  const { email } = parseInput(forgottenSchema, input);
  if (!sendsMail()) throw new AppError('NO_MAIL');
  if (await countResetRequest({ email, address })) later(() => sendLinkTo(email));
}

/** Whose password a link sets; null when it has run out, was used or replaced, or never was. */
export async function findReset(token: string) {
  const reset = await db().passwordReset.findFirst({
    where: {
      tokenHash: linkTokenHash(token),
      expiresAt: { gt: clock.now() },
      user: { deactivatedAt: null },
    },
    select: { user: { select: { id: true, name: true, email: true, role: true } } },
  });
  const email = reset?.user.email;
  return email ? { ...reset.user, email } : null;
}

/**
 * Sets the password of whoever the link is for, and ends all of their sessions.
 * @returns the address to sign in with
 * @throws AppError LINK_GONE, INVALID_INPUT
 */
export async function resetPassword(token: string, input: ResetPasswordInput): Promise<{ email: string }> {
  const { newPassword } = parseInput(resetPasswordSchema, input);
  const user = await findReset(token);
  if (!user) throw new AppError('LINK_GONE');
  const { id, name, email } = user;
  await requireStrongPassword('newPassword', newPassword, { name, email });
  const passwordHash = await hashPassword(newPassword);
  await db().$transaction(async (tx) => {
    const { count } = await tx.passwordReset.deleteMany({
      where: { tokenHash: linkTokenHash(token), expiresAt: { gt: clock.now() } },
    });
    if (count === 0) throw new AppError('LINK_GONE');
    await tx.user.update({ where: { id }, data: { passwordHash } });
    await tx.session.deleteMany({ where: { userId: id } });
    // Nothing is looked at for them: they are named.
    const actor = { kind: 'user', sees: [], ...user } as const;
    await recordAudit(tx, actor, { action: 'user.resetPassword', targetId: id });
  });
  tellMember(id, 'passwordChanged');
  return { email };
}
