import 'server-only';
import type { z } from 'zod';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { actOnOne, startBulk } from '@/lib/bulk/start';
import type { BulkAction } from '@/lib/bulk/kinds';
import { getCode, type CodeDetail } from '@/lib/codes/find/queries';
import { updateCodeIn } from '@/lib/codes/generate/service';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { changedCodeSchema } from './schema';

type Changes = z.output<typeof changedCodeSchema>;

/** Of one code, also in the trash. @throws AppError NOT_FOUND, CODE_BUSY while it is being generated */
export async function actOn(actor: Actor, codeId: string, action: BulkAction): Promise<void> {
  const where = { id: codeId, AND: seenRows(actor) };
  if ((await db().code.count({ where })) === 0) throw new AppError('NOT_FOUND');
  const { failed } = await startBulk(actor, { ...action, scope: { codeIds: [codeId] } });
  if (failed > 0) throw new AppError('CODE_BUSY');
}

function tagSteps(before: readonly string[], wanted: readonly string[]): BulkAction[] {
  const added = wanted.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !wanted.includes(id));
  return [
    ...(added.length > 0 ? [{ kind: 'addTags' as const, values: { tagIds: added } }] : []),
    ...(removed.length > 0 ? [{ kind: 'removeTags' as const, values: { tagIds: removed } }] : []),
  ];
}

function stepsOf(code: CodeDetail, { folderId, tagIds, archived }: Changes): BulkAction[] {
  const isMoved = folderId !== undefined && folderId !== (code.folder?.id ?? null);
  const isArchived = code.archivedAt !== null;
  return [
    ...(isMoved ? [{ kind: 'move' as const, values: { folderId } }] : []),
    ...(tagIds ? tagSteps(code.tagIds, tagIds) : []),
    ...(archived !== undefined && archived !== isArchived
      ? [{ kind: archived ? ('archive' as const) : ('unarchive' as const) }]
      : []),
  ];
}

/** What is left out stays as it is, and all of it does when one part is refused. @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, also for a folder or a tag */
export async function changeCode(actor: Actor, codeId: string, changes: Changes): Promise<CodeDetail> {
  requirePermission(actor, 'codes.write');
  const code = await getCode(actor, codeId);
  const { name = code.name, note } = changes;
  await db().$transaction(async (tx) => {
    const data = { name, note };
    if (changes.name !== undefined || note !== undefined) await updateCodeIn(tx, actor, { codeId, data });
    await actOnOne(tx, actor, { codeId, appId: code.miniProgram.id, actions: stepsOf(code, changes) });
  });
  return getCode(actor, codeId);
}
