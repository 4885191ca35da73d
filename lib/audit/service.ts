import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';
import type { BulkKind } from '@/lib/db/generated/enums';

export type AuditAction =
  | 'app.create'
  | 'app.update'
  | 'app.delete'
  | 'app.disable'
  | 'app.enable'
  | 'app.test'
  | 'batch.delete'
  | 'batch.draft'
  | 'batch.reread'
  | 'batch.start'
  | 'batch.update'
  | 'batch.pause'
  | 'batch.resume'
  | 'batch.cancel'
  | 'batch.retry'
  | 'bulk.stop'
  | 'bulk.undo'
  | `code.${BulkKind}`
  | 'code.create'
  | 'code.regenerate'
  | 'code.update'
  | 'export.create'
  | 'export.fetch'
  | 'export.remove'
  | 'export.restore'
  | 'export.retry'
  | 'folder.create'
  | 'folder.delete'
  | 'folder.update'
  | 'preset.create'
  | 'preset.delete'
  | 'preset.update'
  | 'purpose.create'
  | 'purpose.delete'
  | 'purpose.hide'
  | 'purpose.reset'
  | 'purpose.show'
  | 'purpose.update'
  | 'quota.adopt'
  | 'sandbox.endTokens'
  | 'sandbox.reset'
  | 'sandbox.update'
  | 'setup.complete'
  | 'setup.rotateKeys'
  | 'tag.create'
  | 'tag.delete'
  | 'tag.update'
  | 'trash.expire'
  | 'user.changePassword'
  | 'user.changeRole'
  | 'user.changeSight'
  | 'user.deactivate'
  | 'user.endSessions'
  | 'user.handOver'
  | 'user.invite'
  | 'user.join'
  | 'user.reactivate'
  | 'user.renewRecoveryCodes'
  | 'user.requireSecondStep'
  | 'user.resetLink'
  | 'user.resetPassword'
  | 'user.revokeInvitation'
  | 'user.secondStepOff'
  | 'user.secondStepOn'
  | 'user.secondStepReset'
  | 'user.updateProfile'
  | 'user.useRecoveryCode'
  | 'view.create'
  | 'view.delete'
  | 'view.update';

type AuditEntry = {
  action: AuditAction;
  targetId?: string;
  details?: Record<string, string | number | boolean | string[]>;
};

/** One row per change, in the transaction of the change. `details` never holds a secret, a token or a password. */
export async function recordAudit(
  tx: Pick<Tx, 'auditEvent'>,
  actor: Actor,
  entry: AuditEntry,
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorKind: actor.kind,
      actorId: actor.kind === 'user' ? actor.id : null,
      actorName: actor.name,
      ...entry,
    },
    select: { id: true },
  });
}
