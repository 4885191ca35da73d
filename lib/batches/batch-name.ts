import 'server-only';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';

/** For the filter of the gallery; null for a batch that is not there any more, or is not seen. */
export async function findBatchName(actor: Actor, id: string): Promise<string | null> {
  requirePermission(actor, 'batches.read');
  const batch = await db().batch.findUnique({ where: { id, AND: seenRows(actor) }, select: { name: true } });
  return batch?.name ?? null;
}
