import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { keptTo, requireAllOfIt, seenShared } from '@/lib/apps/shared-things';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { nameKey } from '@/lib/name-key';
import { parseInput } from '@/lib/validation';
import { FOLDER_DELETE_MAX_CODES, FOLDERS_MAX } from './limits';
import { folderSchema, type FolderInput } from './schema';

type Wanted = { name: string; ownId?: string };

/** Among what somebody knows. */
async function requireFreeName(tx: Tx, actor: Actor, { name, ownId }: Wanted): Promise<void> {
  const other = await tx.folder.findFirst({
    where: { nameKey: nameKey(name), id: { not: ownId }, AND: seenShared(actor) },
  });
  if (other) throw new AppError('FOLDER_NAME_TAKEN', { values: { name: other.name } });
}

async function requireFolder(tx: Tx, actor: Actor, folderId: string) {
  const folder = await tx.folder.findUnique({ where: { id: folderId, AND: seenShared(actor) } });
  if (!folder) throw new AppError('NOT_FOUND');
  requireAllOfIt(actor, folder.appIds);
  return folder;
}

/**
 * @returns its id
 * @throws AppError INVALID_INPUT, FOLDER_NAME_TAKEN, TOO_MANY_FOLDERS
 */
export async function createFolder(actor: Actor, input: FolderInput): Promise<string> {
  requirePermission(actor, 'codes.write');
  const { name } = parseInput(folderSchema, input);
  return db().$transaction(async (tx) => {
    await requireFreeName(tx, actor, { name });
    if ((await tx.folder.count()) >= FOLDERS_MAX)
      throw new AppError('TOO_MANY_FOLDERS', { values: { max: FOLDERS_MAX } });
    const { id } = await tx.folder.create({ data: { name, nameKey: nameKey(name), appIds: keptTo(actor) } });
    await recordAudit(tx, actor, { action: 'folder.create', targetId: id, details: { name } });
    return id;
  });
}

/** @throws AppError NOT_FOUND, OTHERS_USE_IT, INVALID_INPUT, FOLDER_NAME_TAKEN */
export async function renameFolder(actor: Actor, folderId: string, input: FolderInput): Promise<void> {
  requirePermission(actor, 'codes.write');
  const { name } = parseInput(folderSchema, input);
  await db().$transaction(async (tx) => {
    const before = await requireFolder(tx, actor, folderId);
    await requireFreeName(tx, actor, { name, ownId: folderId });
    await tx.folder.update({ where: { id: folderId }, data: { name, nameKey: nameKey(name) } });
    const changes = changesOf({ name: before.name }, { name });
    await recordChange(tx, actor, {
      action: 'folder.update',
      targetId: folderId,
      changes,
      details: { name },
    });
  });
}

/**
 * Removes a folder; its codes then lie in none. A full one is refused: writing a hundred thousand rows in one statement
 * would hold up everybody.
 * @throws AppError NOT_FOUND, OTHERS_USE_IT, FOLDER_FULL
 */
export async function deleteFolder(actor: Actor, folderId: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  await db().$transaction(async (tx) => {
    const { name } = await requireFolder(tx, actor, folderId);
    const codes = await tx.code.count({ where: { folderId }, take: FOLDER_DELETE_MAX_CODES + 1 });
    if (codes > FOLDER_DELETE_MAX_CODES)
      throw new AppError('FOLDER_FULL', { values: { name, max: FOLDER_DELETE_MAX_CODES } });
    // The foreign key empties it.
    await tx.folder.delete({ where: { id: folderId } });
    await recordAudit(tx, actor, { action: 'folder.delete', targetId: folderId, details: { name, codes } });
  });
}
