import 'server-only';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';

export type SecondStep = {
  /** Null while no app makes codes. */
  since: Date | null;
  passkeys: number;
  recoveryCodesLeft: number;
};

/** The actor's own. */
export async function getSecondStep(actor: UserActor): Promise<SecondStep> {
  requirePermission(actor, 'account.manage');
  const { totpSince, _count } = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { totpSince: true, _count: { select: { recoveryCodes: true, passkeys: true } } },
  });
  return { since: totpSince, passkeys: _count.passkeys, recoveryCodesLeft: _count.recoveryCodes };
}

/** Whether everybody must have it. */
export async function isSecondStepRequired(): Promise<boolean> {
  return (await db().installation.count({ where: { secondStepRequired: true } })) > 0;
}
