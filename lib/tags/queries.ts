import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { TagColor } from '@/lib/db/generated/enums';

export type TagItem = { id: string; name: string; color: TagColor };

/** Every tag of the team, by name. */
export async function listTags(actor: Actor): Promise<TagItem[]> {
  requirePermission(actor, 'codes.read');
  return db().tag.findMany({ select: { id: true, name: true, color: true }, orderBy: { nameKey: 'asc' } });
}
