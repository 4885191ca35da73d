import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';

/** A worker that is at work begins within seconds. @throws AppError FORBIDDEN, BACKUP_UNDER_WAY */
export async function startBackup(actor: Actor): Promise<void> {
  requirePermission(actor, 'system.manage');
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Installation" WHERE "id" = 1 FOR UPDATE`;
    if ((await tx.backup.count({ where: { state: { in: ['WAITING', 'RUNNING'] } } })) > 0)
      throw new AppError('BACKUP_UNDER_WAY');
    await tx.backup.create({ data: {}, select: { id: true } });
    await recordAudit(tx, actor, { action: 'backup.start' });
  });
}
