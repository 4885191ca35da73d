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
import { TAGS_MAX } from './limits';
import { tagSchema, type TagInput } from './schema';

type Wanted = { name: string; ownId?: string };

/** Among what somebody knows. */
async function requireFreeName(tx: Tx, actor: Actor, { name, ownId }: Wanted): Promise<void> {
  const other = await tx.tag.findFirst({
    where: { nameKey: nameKey(name), id: { not: ownId }, AND: seenShared(actor) },
  });
  if (other) throw new AppError('TAG_NAME_TAKEN', { values: { name: other.name } });
}

async function requireTag(tx: Tx, actor: Actor, tagId: string) {
  const tag = await tx.tag.findUnique({ where: { id: tagId, AND: seenShared(actor) } });
  if (!tag) throw new AppError('NOT_FOUND');
  requireAllOfIt(actor, tag.appIds);
  return tag;
}

/**
 * @returns its id
 * @throws AppError INVALID_INPUT, TAG_NAME_TAKEN, TOO_MANY_TAGS
 */
export async function createTag(actor: Actor, input: TagInput): Promise<string> {
  requirePermission(actor, 'codes.write');
  const tag = parseInput(tagSchema, input);
  return db().$transaction(async (tx) => {
    await requireFreeName(tx, actor, { name: tag.name });
    if ((await tx.tag.count()) >= TAGS_MAX)
      throw new AppError('TOO_MANY_TAGS', { values: { max: TAGS_MAX } });
    const { id } = await tx.tag.create({
      data: { ...tag, nameKey: nameKey(tag.name), appIds: keptTo(actor) },
    });
    await recordAudit(tx, actor, { action: 'tag.create', targetId: id, details: { name: tag.name } });
    return id;
  });
}

/** Another name or colour, on every code at once. @throws AppError NOT_FOUND, OTHERS_USE_IT, INVALID_INPUT, TAG_NAME_TAKEN */
export async function updateTag(actor: Actor, tagId: string, input: TagInput): Promise<void> {
  requirePermission(actor, 'codes.write');
  const tag = parseInput(tagSchema, input);
  await db().$transaction(async (tx) => {
    const before = await requireTag(tx, actor, tagId);
    await requireFreeName(tx, actor, { name: tag.name, ownId: tagId });
    await tx.tag.update({ where: { id: tagId }, data: { ...tag, nameKey: nameKey(tag.name) } });
    const changes = changesOf(before, tag);
    const details = { name: tag.name };
    await recordChange(tx, actor, { action: 'tag.update', targetId: tagId, changes, details });
  });
}

/**
 * Takes a tag off every code. The codes keep its id, which then means nothing: writing a million rows for that would
 * hold up everybody.
 * @throws AppError NOT_FOUND, OTHERS_USE_IT
 */
export async function deleteTag(actor: Actor, tagId: string): Promise<void> {
  requirePermission(actor, 'codes.write');
  await db().$transaction(async (tx) => {
    const { name } = await requireTag(tx, actor, tagId);
    await tx.tag.delete({ where: { id: tagId } });
    await recordAudit(tx, actor, { action: 'tag.delete', targetId: tagId, details: { name } });
  });
}
