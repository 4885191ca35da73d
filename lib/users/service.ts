import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { countPasswordCheck } from '@/lib/auth/attempts/throttle';
import { hashPassword, verifyPassword } from '@/lib/auth/passwords/passwords';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError, isAppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { tellMember } from './notices';
import { requireStrongPassword } from './password-strength';
import {
  changePasswordSchema,
  preferencesSchema,
  profileSchema,
  type ChangePasswordInput,
  type PreferencesInput,
  type ProfileInput,
} from './schema';

/** Asked for before anything that signing in depends on. @throws AppError PASSWORD_WRONG, TOO_MANY_ATTEMPTS, SIGN_IN_BUSY */
export async function requireCurrentPassword(actor: UserActor, password: string): Promise<void> {
  const attempt = await countPasswordCheck(actor.id);
  const find = () => db().user.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  const user = await verifyPassword('known', password, find).catch(async (error: unknown) => {
    if (isAppError(error)) await attempt.undo();
    throw error;
  });
  if (user === null)
    throw new AppError('PASSWORD_WRONG', {
      issues: [{ field: 'currentPassword', key: 'errors.issues.passwordWrong', values: {} }],
    });
  await attempt.succeed();
}

/**
 * Changes the actor's own password and ends all of their sessions, this one included: a copy of its cookie is dead too.
 * @throws AppError PASSWORD_WRONG when the current password is not theirs, INVALID_INPUT when the new one is easy to guess
 *   or the old one again, TOO_MANY_ATTEMPTS, SIGN_IN_BUSY
 */
export async function changePassword(actor: UserActor, input: ChangePasswordInput): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { currentPassword, newPassword } = parseInput(changePasswordSchema, input);
  await requireCurrentPassword(actor, currentPassword);
  const { name, email } = actor;
  await requireStrongPassword('newPassword', newPassword, { name, email, oldPassword: currentPassword });
  const passwordHash = await hashPassword(newPassword);
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { passwordHash } });
    await tx.session.deleteMany({ where: { userId: actor.id } });
    await recordAudit(tx, actor, { action: 'user.changePassword', targetId: actor.id });
  });
  tellMember(actor.id, 'passwordChanged');
}

const refuse = (field: keyof ProfileInput, key: 'required' | 'emailTaken') =>
  new AppError('INVALID_INPUT', { issues: [{ field, key: `errors.issues.${key}`, values: {} }] });

/**
 * Changes the actor's own name, and the address that they sign in with. The address only with their password: whoever
 * finds an open browser must not be able to take the account along.
 * @throws AppError INVALID_INPUT (also when somebody else has the address), PASSWORD_WRONG, TOO_MANY_ATTEMPTS, SIGN_IN_BUSY
 */
export async function updateProfile(actor: UserActor, input: ProfileInput): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { name, email, currentPassword } = parseInput(profileSchema, input);
  const isMoved = email !== actor.email;
  if (isMoved && currentPassword === '') throw refuse('currentPassword', 'required');
  if (isMoved) await requireCurrentPassword(actor, currentPassword);
  await db().$transaction(async (tx) => {
    const other =
      isMoved && email ? await tx.user.findUnique({ where: { email }, select: { id: true } }) : null;
    if (other) throw refuse('email', 'emailTaken');
    await tx.user.update({ where: { id: actor.id }, data: { name, email } });
    // Who is invited under this address is here already.
    if (isMoved && email) await tx.invitation.deleteMany({ where: { email } });
    const details = { name, ...(email !== null && { email }) };
    const changes = changesOf({ name: actor.name, email: actor.email ?? '' }, details);
    await recordChange(tx, actor, { action: 'user.updateProfile', targetId: actor.id, changes, details });
  });
  // To the one before: whoever took the account over reads the other one.
  if (isMoved && email && actor.email) tellMember({ address: actor.email }, 'addressChanged', { email });
}

/** The language and the theme that the actor chose: they come along to every browser that the actor signs in with. */
export async function keepPreferences(actor: UserActor, input: PreferencesInput): Promise<void> {
  requirePermission(actor, 'account.manage');
  const { locale, theme } = parseInput(preferencesSchema, input);
  await db().user.update({
    where: { id: actor.id },
    data: { ...(locale && { locale }), ...(theme && { theme }) },
  });
}
