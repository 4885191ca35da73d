import 'server-only';
import { requireSeen } from '@/lib/apps/sight';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { adoptedBaseline } from './drift';
import { lockApp } from './ledger';

/**
 * Takes WeChat's own count (`Num-Used`) for right: the number of codes made elsewhere becomes what makes both counts
 * equal at the moment of that count. What has been counted here since stays counted.
 * @returns the new number of codes made elsewhere
 * @throws AppError NOT_FOUND, CONFLICT when there is no difference, or none that this number can explain
 */
export async function adoptWeChatCount(actor: Actor, miniProgramId: string): Promise<number> {
  requirePermission(actor, 'apps.manage');
  requireSeen(actor, miniProgramId);
  return db().$transaction(async (tx) => {
    await lockApp(tx, miniProgramId);
    const app = await tx.miniProgram.findUniqueOrThrow({
      where: { id: miniProgramId },
      select: { quotaBaseline: true, numUsed: true, countAtNumUsed: true },
    });
    const quotaBaseline = adoptedBaseline(app);
    if (quotaBaseline === null) throw new AppError('CONFLICT');
    await tx.miniProgram.update({
      where: { id: miniProgramId },
      data: { quotaBaseline, countAtNumUsed: app.numUsed },
    });
    const details = { from: app.quotaBaseline, to: quotaBaseline };
    const entry = { targetId: miniProgramId, changes: { quotaBaseline: details }, details };
    await recordAudit(tx, actor, { action: 'quota.adopt', ...entry });
    return quotaBaseline;
  });
}
