import 'server-only';
import { keptToNames, seenShared } from '@/lib/apps/shared-things';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';

export type SavedViewItem = {
  id: string;
  name: string;
  /** The gallery's filters and sort, as a query string. */
  query: string;
  shared: boolean;
  owner: { id: string; name: string };
  /** The Mini Programs that a shared one is kept to. */
  appNames: string[];
};

/** A person's own views and those that others share with them, by name. */
export async function listViews(actor: UserActor): Promise<SavedViewItem[]> {
  requirePermission(actor, 'codes.read');
  const rows = await db().savedView.findMany({
    where: { OR: [{ ownerId: actor.id }, { shared: true, AND: seenShared(actor) }] },
    select: {
      ...{ id: true, name: true, query: true, shared: true, appIds: true },
      owner: { select: { id: true, name: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const namesOf = await keptToNames(actor);
  return rows.map(({ appIds, ...view }) => ({ ...view, appNames: namesOf(appIds) }));
}
