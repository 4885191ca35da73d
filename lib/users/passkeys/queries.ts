import 'server-only';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';

export type PasskeyItem = {
  id: string;
  name: string;
  /** Kept at another place too, by a password manager. */
  isBackedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** The actor's own, oldest first. */
export async function listPasskeys(actor: UserActor): Promise<PasskeyItem[]> {
  requirePermission(actor, 'account.manage');
  return db().passkey.findMany({
    where: { userId: actor.id },
    select: { id: true, name: true, isBackedUp: true, createdAt: true, lastUsedAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** Whether signing in by one can be offered: nobody looks for a button that cannot help them. */
export async function anyPasskeys(): Promise<boolean> {
  return (await db().passkey.findFirst({ select: { id: true } })) !== null;
}
