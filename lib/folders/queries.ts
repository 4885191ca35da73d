import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';

export type FolderItem = { id: string; name: string };

/** Every folder of the team, by name. */
export async function listFolders(actor: Actor): Promise<FolderItem[]> {
  requirePermission(actor, 'codes.read');
  return db().folder.findMany({ select: { id: true, name: true }, orderBy: { nameKey: 'asc' } });
}
