import 'server-only';
import { keptToNames, seenShared } from '@/lib/apps/shared-things';
import { seesWork } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { TagColor } from '@/lib/db/generated/enums';

/** `canChange`: name, color and whether there is one are the reader's to decide. `appNames`: the Mini Programs that it is kept to. */
export type TagItem = { id: string; name: string; color: TagColor; canChange: boolean; appNames: string[] };

/** Every tag that somebody knows, by name. */
export async function listTags(actor: Actor): Promise<TagItem[]> {
  requirePermission(actor, 'codes.read');
  const select = { id: true, name: true, color: true, appIds: true } as const;
  const where = seenShared(actor);
  const rows = await db().tag.findMany({ where, select, orderBy: [{ nameKey: 'asc' }, { id: 'asc' }] });
  const namesOf = await keptToNames(actor);
  return rows.map(({ appIds, ...tag }) => ({
    ...tag,
    canChange: seesWork(actor, appIds),
    appNames: namesOf(appIds),
  }));
}
