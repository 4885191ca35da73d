import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';

/** Of whom the links are that an actor makes. */
export const madeBy = (actor: Actor) => ({ madeById: actor.kind === 'user' ? actor.id : null });

/**
 * The links that somebody made as an administrator, and may have kept: by an invitation they would come back, by a link for a
 * new password as somebody else.
 */
export async function endMadeLinks(tx: Tx, actor: Actor, madeById: string): Promise<void> {
  await tx.passwordReset.deleteMany({ where: { madeById } });
  const invitations = await tx.invitation.findMany({
    where: { madeById },
    select: { id: true, email: true },
  });
  await tx.invitation.deleteMany({ where: { madeById } });
  for (const { id, email } of invitations)
    await recordAudit(tx, actor, { action: 'user.revokeInvitation', targetId: id, details: { email } });
}
