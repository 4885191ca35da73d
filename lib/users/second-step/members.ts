import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { lockAdministrators } from '../members';
import { tellMember } from '../notices';
import { removeSecondStep } from './service';
import { isOn, secondStepWays } from './state';

const INSTALLATION_ID = 1;

/**
 * For somebody who lost their phone: they sign in with the password alone again, their passkeys are gone too, and all of
 * their sessions end. Nobody does so for themselves, since that would spare whoever sits at an open session the proof.
 * @throws AppError FORBIDDEN, NOT_FOUND, SECOND_STEP_STATE when it is not on
 */
export async function resetSecondStep(actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'members.manage');
  if (actor.kind === 'user' && actor.id === id) throw new AppError('FORBIDDEN');
  await db().$transaction(async (tx) => {
    await lockAdministrators(tx, actor);
    const member = await tx.user.findUnique({ where: { id }, select: { name: true } });
    if (!member) throw new AppError('NOT_FOUND');
    if (!(await removeSecondStep(tx, id))) throw new AppError('SECOND_STEP_STATE');
    await tx.session.deleteMany({ where: { userId: id } });
    await recordAudit(tx, actor, {
      action: 'user.secondStepReset',
      targetId: id,
      details: { name: member.name },
    });
  });
  tellMember(id, 'secondStepReset', { by: actor.name });
}

/**
 * Whether everybody must have the second step. It counts from the next request of each person on (lib/auth/session.ts).
 * @throws AppError FORBIDDEN, SECOND_STEP_OWN when who asks for it has none
 */
export async function setSecondStepRequired(actor: Actor, required: boolean): Promise<void> {
  requirePermission(actor, 'members.manage');
  await db().$transaction(async (tx) => {
    await lockAdministrators(tx, actor);
    if (required && actor.kind === 'user') {
      if (!isOn(await secondStepWays(actor.id, tx))) throw new AppError('SECOND_STEP_OWN');
    }
    const where = { id: INSTALLATION_ID };
    const before = await tx.installation.findUnique({ where, select: { secondStepRequired: true } });
    if ((before?.secondStepRequired ?? false) === required) return;
    const data = { secondStepRequired: required };
    await tx.installation.upsert({ where, create: { ...where, ...data }, update: data });
    await recordAudit(tx, actor, { action: 'user.requireSecondStep', details: { required } });
  });
}
