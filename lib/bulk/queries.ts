import 'server-only';
import { seesWork } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { BulkProgress } from './kinds';
import { shownColumns, toProgress } from './stored';

/** How far one action is. @throws AppError NOT_FOUND */
export async function getBulk(actor: Actor, bulkId: string): Promise<BulkProgress> {
  requirePermission(actor, 'codes.read');
  const bulk = await db().bulk.findUnique({
    where: { id: bulkId },
    select: { ...shownColumns, appIds: true },
  });
  if (!bulk || !seesWork(actor, bulk.appIds)) throw new AppError('NOT_FOUND');
  return toProgress(bulk);
}

/** The actions that are at work on what the actor sees, of everybody: they change what everybody sees. The oldest first. */
export async function listRunningBulks(actor: Actor): Promise<BulkProgress[]> {
  requirePermission(actor, 'codes.read');
  const running = await db().bulk.findMany({
    where: { state: 'RUNNING' },
    select: { ...shownColumns, appIds: true },
    orderBy: { createdAt: 'asc' },
  });
  return running.filter(({ appIds }) => seesWork(actor, appIds)).map(toProgress);
}
