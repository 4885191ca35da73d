import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';

export type KeyState = 'active' | 'expired' | 'revoked';

export type KeyItem = {
  id: string;
  name: string;
  prefix: string;
  permissions: string[];
  /** Ids of the Mini Programs that it sees; null for all. */
  appIds: string[] | null;
  addresses: string[];
  state: KeyState;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** Until when the secret before the last rotation is good; null when it is not. */
  previousUntil: Date | null;
  lastUsedAt: Date | null;
  lastAddress: string | null;
  createdByName: string;
  createdAt: Date;
};

/** All there are and were: those that let somebody in first, newest first. */
export async function listKeys(actor: Actor): Promise<KeyItem[]> {
  requirePermission(actor, 'keys.manage');
  const rows = await db().apiKey.findMany({
    omit: { secretHash: true, previousHash: true, updatedAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const now = clock.now();
  const items = rows.map(({ seesAll, seenAppIds, previousUntil, ...row }): KeyItem => {
    const isExpired = row.expiresAt !== null && row.expiresAt <= now;
    return {
      ...row,
      appIds: seesAll ? null : seenAppIds,
      previousUntil: previousUntil !== null && previousUntil > now ? previousUntil : null,
      state: row.revokedAt ? 'revoked' : isExpired ? 'expired' : 'active',
    };
  });
  return [
    ...items.filter(({ state }) => state === 'active'),
    ...items.filter(({ state }) => state !== 'active'),
  ];
}
