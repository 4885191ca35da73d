import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import { lockApp } from '@/lib/quota/ledger';
import { requireSeen } from './sight';

/** The history of each batch says why it stands still. */
async function pauseBatches(tx: Tx, actor: Actor, miniProgramId: string): Promise<void> {
  // The worker looks at a batch's state under the same lock before it takes further rows (lib/batches/run/claim.ts).
  const paused = await tx.batch.updateManyAndReturn({
    where: { miniProgramId, state: 'RUNNING' },
    data: { state: 'PAUSED' },
    select: { id: true, name: true },
  });
  for (const { id: targetId, name } of paused)
    await recordAudit(tx, actor, {
      action: 'batch.pause',
      targetId,
      details: { name, cause: 'appDisabled' },
    });
}

/**
 * Stops a Mini Program, or lets it go on. While it is stopped no code is made for it, by hand or by a batch: its running
 * batches are paused, and what is at WeChat already comes to its end. Its codes stay as they are.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function setAppDisabled(actor: Actor, id: string, isDisabled: boolean): Promise<void> {
  requirePermission(actor, 'apps.manage');
  requireSeen(actor, id);
  await db().$transaction(async (tx) => {
    const app = await lockApp(tx, id);
    if (app.isDisabled === isDisabled) return;
    await tx.miniProgram.update({ where: { id }, data: { disabledAt: isDisabled ? clock.now() : null } });
    if (isDisabled) await pauseBatches(tx, actor, id);
    const action = isDisabled ? 'app.disable' : 'app.enable';
    await recordAudit(tx, actor, { action, targetId: id, details: { name: app.name } });
  });
}
