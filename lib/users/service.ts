import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { hashPassword, verifyPassword } from '@/lib/auth/passwords';
import { requirePermission } from '@/lib/auth/permissions';
import { clearSignInAttempts, countSignInAttempt } from '@/lib/auth/throttle';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { changePasswordSchema, type ChangePasswordInput } from './schema';

// Guessing the current password from a session left open is throttled like signing in.
const THROTTLE_ADDRESS = 'change-password';

/**
 * Changes the actor's own password and ends all of their sessions.
 * @throws AppError PASSWORD_WRONG when the current password is not theirs, TOO_MANY_ATTEMPTS
 */
export async function changePassword(actor: UserActor, input: ChangePasswordInput): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { currentPassword, newPassword } = parseInput(changePasswordSchema, input);
  await countSignInAttempt(actor.email, THROTTLE_ADDRESS);
  const user = await db().user.findUniqueOrThrow({ where: { id: actor.id }, select: { passwordHash: true } });
  if (!(await verifyPassword(user.passwordHash, currentPassword)))
    throw new AppError('PASSWORD_WRONG', {
      issues: [{ field: 'currentPassword', key: 'errors.issues.passwordWrong', values: {} }],
    });
  await clearSignInAttempts(actor.email, THROTTLE_ADDRESS);
  const passwordHash = await hashPassword(newPassword);
  await db().$transaction(async (tx) => {
    await tx.user.update({
      where: { id: actor.id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    await recordAudit(tx, actor, { action: 'user.changePassword', targetId: actor.id });
  });
}
