import 'server-only';
import { keptToNames, seenShared } from '@/lib/apps/shared-things';
import { seesWork } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';

/** `canChange`: its name and whether there is one are the reader's to decide. `appNames`: the Mini Programs that it is kept to. */
export type FolderItem = { id: string; name: string; canChange: boolean; appNames: string[] };

/** Every folder that somebody knows, by name. */
export async function listFolders(actor: Actor): Promise<FolderItem[]> {
  requirePermission(actor, 'codes.read');
  const select = { id: true, name: true, appIds: true } as const;
  const where = seenShared(actor);
  const rows = await db().folder.findMany({ where, select, orderBy: [{ nameKey: 'asc' }, { id: 'asc' }] });
  const namesOf = await keptToNames(actor);
  return rows.map(({ appIds, ...folder }) => ({
    ...folder,
    canChange: seesWork(actor, appIds),
    appNames: namesOf(appIds),
  }));
}
