import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';

type Ends = { from: string; to: string };

/** A name that the heir has none of yet: “Spring”, “Spring 2” … */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(tried)) return tried;
  }
}

async function giveViews(tx: Tx, { from, to }: Ends): Promise<number> {
  const views = await tx.savedView.findMany({ where: { ownerId: from }, select: { id: true, name: true } });
  const theirs = await tx.savedView.findMany({ where: { ownerId: to }, select: { name: true } });
  const taken = new Set(theirs.map(({ name }) => name));
  for (const { id, name } of views) {
    const free = freeName(name, taken);
    taken.add(free);
    await tx.savedView.update({ where: { id }, data: { ownerId: to, name: free } });
  }
  return views.length;
}

/**
 * Gives the views and the drafts of one member to another. What was made and started keeps the name of who did it.
 * @throws AppError NOT_FOUND, MEMBER_OFF when the other one has left, or is the same
 */
export async function handOver(tx: Tx, actor: Actor, ends: Ends): Promise<void> {
  const heir = await tx.user.findUnique({
    where: { id: ends.to },
    select: { name: true, deactivatedAt: true },
  });
  if (!heir) throw new AppError('NOT_FOUND');
  if (heir.deactivatedAt || ends.from === ends.to)
    throw new AppError('MEMBER_OFF', { values: { name: heir.name } });
  const views = await giveViews(tx, ends);
  const { count: drafts } = await tx.batch.updateMany({
    where: { createdById: ends.from, state: 'DRAFT' },
    data: { createdById: ends.to },
  });
  if (views + drafts === 0) return;
  const details = { heir: heir.name, heirId: ends.to, views, drafts };
  await recordAudit(tx, actor, { action: 'user.handOver', targetId: ends.from, details });
}
