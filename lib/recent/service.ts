import 'server-only';
import type { UserActor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';

/** As many as somebody remembers having used. */
const KEEP = 50;

/** Puts a code at the top of what this person used last: opened or downloaded. No permission is asked beyond reading it. */
export async function recordUse(actor: UserActor, codeId: string): Promise<void> {
  const usedAt = clock.now();
  const userId = actor.id;
  await db().recentCode.upsert({
    where: { userId_codeId: { userId, codeId } },
    create: { userId, codeId, usedAt },
    update: { usedAt },
  });
  const tooOld = await db().recentCode.findMany({
    where: { userId },
    orderBy: { usedAt: 'desc' },
    skip: KEEP,
    select: { codeId: true },
  });
  if (tooOld.length > 0)
    await db().recentCode.deleteMany({ where: { userId, codeId: { in: tooOld.map((old) => old.codeId) } } });
}
