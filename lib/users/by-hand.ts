import 'server-only';
import { systemActor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { inviteMembers } from './invitations';
import { changeRole, reactivateMember } from './members';
import { createResetLink } from './password-reset';
import { signInSchema } from './schema';
import { resetSecondStep } from './second-step/members';

// What `npm run admin` does for whoever is locked out and has the server.

const actor = systemActor('npm run admin');

const addressSchema = signInSchema.pick({ email: true });

function findByAddress(text: string) {
  const { email } = parseInput(addressSchema, { email: text });
  return db().user.findUnique({ where: { email }, select: { id: true } });
}

/** Lets somebody in again who has left. @returns the path of a link for a new password */
async function letIn(id: string): Promise<string> {
  await reactivateMember(actor, id);
  const { token } = await createResetLink(actor, id);
  return `/reset?token=${token}`;
}

/**
 * @returns the path of a link by which a member sets a new password
 * @throws AppError INVALID_INPUT, NOT_FOUND
 */
export async function createResetLinkFor(email: string): Promise<string> {
  const user = await findByAddress(email);
  if (!user) throw new AppError('NOT_FOUND');
  return letIn(user.id);
}

/**
 * Makes a member an administrator, or invites one.
 * @returns the path of a link by which they enter
 * @throws AppError INVALID_INPUT
 */
export async function createAdministratorLink(email: string): Promise<string> {
  const user = await findByAddress(email);
  if (user) {
    await changeRole(actor, { id: user.id, role: 'ADMIN' });
    return letIn(user.id);
  }
  const [invitation] = await inviteMembers(actor, { emails: email, role: 'ADMIN' });
  if (!invitation) throw new AppError('NOT_FOUND');
  return `/join?token=${invitation.token}`;
}

/**
 * Takes the second step off a member who lost their phone, and ends their sessions.
 * @throws AppError INVALID_INPUT, NOT_FOUND, SECOND_STEP_STATE when they have none
 */
export async function resetSecondStepOf(email: string): Promise<void> {
  const user = await findByAddress(email);
  if (!user) throw new AppError('NOT_FOUND');
  await resetSecondStep(actor, user.id);
}
