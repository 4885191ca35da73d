import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { deleteObject } from '@/lib/storage/storage';

/** What was taken off the list can be put back for a day. */
export const RESTORE_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 200;

/** Forgets exports that were taken off the list a day ago, a few hundred at most. @returns how many */
export async function purgeRemoved(): Promise<number> {
  const removedAt = { lt: new Date(clock.now().getTime() - RESTORE_MS) };
  const old = await db().export.findMany({
    where: { removedAt },
    select: { id: true, snapshotKey: true },
    take: AT_ONCE,
  });
  for (const { id, snapshotKey } of old) {
    const { count } = await db().export.deleteMany({ where: { id, removedAt } });
    if (count === 1 && snapshotKey) await deleteObject(snapshotKey);
  }
  return old.length;
}
