import 'server-only';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';

export type SecondStep = {
  /** Null while no app makes codes. */
  since: Date | null;
  passkeys: number;
  recoveryCodesLeft: number;
  /** False for who has no password that could be asked for. */
  asksPassword: boolean;
};

/** The actor's own. */
export async function getSecondStep(actor: UserActor): Promise<SecondStep> {
  requirePermission(actor, 'account.manage');
  const { totpSince, passwordHash, _count } = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      totpSince: true,
      passwordHash: true,
      _count: { select: { recoveryCodes: true, passkeys: true } },
    },
  });
  const { passkeys, recoveryCodes: recoveryCodesLeft } = _count;
  return { since: totpSince, passkeys, recoveryCodesLeft, asksPassword: passwordHash !== null };
}

/** Whether everybody must have it. */
export async function isSecondStepRequired(): Promise<boolean> {
  return (await db().installation.count({ where: { secondStepRequired: true } })) > 0;
}
