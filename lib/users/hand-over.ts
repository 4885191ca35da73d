import 'server-only';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { AppError } from '@/lib/errors';
import { seenBy, seesAsMuch } from './sees-as-much';
import type { StoredSight } from './sight';

const seen = ({ role, seesAll, seenAppIds }: StoredSight & { role: Role }) =>
  seenBy({ role, appIds: seesAll ? null : seenAppIds });

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
 * @throws AppError NOT_FOUND, MEMBER_OFF when the other one has left, or is the same, HEIR_SEES_LESS than the first one: they would
 *   read in a view what another brand plans, and not find the drafts
 */
export async function handOver(tx: Tx, actor: Actor, ends: Ends): Promise<void> {
  const select = { name: true, deactivatedAt: true, role: true, seesAll: true, seenAppIds: true } as const;
  const heir = await tx.user.findUnique({ where: { id: ends.to }, select });
  const leaver = await tx.user.findUnique({ where: { id: ends.from }, select });
  if (!heir || !leaver) throw new AppError('NOT_FOUND');
  const values = { name: heir.name };
  if (heir.deactivatedAt || ends.from === ends.to) throw new AppError('MEMBER_OFF', { values });
  if (!seesAsMuch(seen(heir), seen(leaver))) throw new AppError('HEIR_SEES_LESS', { values });
  const views = await giveViews(tx, ends);
  const { count: drafts } = await tx.batch.updateMany({
    where: { createdById: ends.from, state: 'DRAFT' },
    data: { createdById: ends.to },
  });
  if (views + drafts === 0) return;
  const details = { heir: heir.name, heirId: ends.to, views, drafts };
  await recordAudit(tx, actor, { action: 'user.handOver', targetId: ends.from, details });
}
