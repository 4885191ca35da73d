import 'server-only';
import { keptTo, seenShared } from '@/lib/apps/shared-things';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { UserActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { VIEWS_MAX } from './limits';
import { viewSchema, type ViewInput } from './schema';

type Wanted = { ownerId: string; name: string; ownId?: string };

async function requireFreeName(tx: Tx, { ownerId, name, ownId }: Wanted): Promise<void> {
  const other = await tx.savedView.findUnique({ where: { ownerId_name: { ownerId, name } } });
  if (other && other.id !== ownId) throw new AppError('VIEW_NAME_TAKEN', { values: { name } });
}

/** Somebody else's private view is not there; a shared one is, but only an administrator may touch it. */
async function requireOwnView(tx: Tx, actor: UserActor, viewId: string) {
  const known = [{ ownerId: actor.id }, { shared: true, AND: seenShared(actor) }];
  const view = await tx.savedView.findUnique({ where: { id: viewId, OR: known } });
  const own = view?.ownerId === actor.id;
  if (!view) throw new AppError('NOT_FOUND');
  if (!own && actor.role !== 'ADMIN') throw new AppError('FORBIDDEN');
  return view;
}

/** Sharing shows the view to others, so it takes somebody who may change things. */
function requireMayShare(actor: UserActor, shared: boolean): void {
  if (shared) requirePermission(actor, 'codes.write');
}

type Shared = { shared: boolean; appIds: string[] };

/** A private one is its owner's whatever they see; one that is shared stays with whom it is shared. */
function sharedWith(actor: UserActor, { shared }: { shared: boolean }, before?: Shared): string[] {
  if (!shared) return [];
  return before?.shared ? before.appIds : keptTo(actor);
}

/**
 * Keeps a search under a name.
 * @returns its id
 * @throws AppError FORBIDDEN, INVALID_INPUT, VIEW_NAME_TAKEN, TOO_MANY_VIEWS
 */
export async function createView(actor: UserActor, input: ViewInput): Promise<string> {
  requirePermission(actor, 'codes.read');
  const view = parseInput(viewSchema, input);
  requireMayShare(actor, view.shared);
  return db().$transaction(async (tx) => {
    const ownerId = actor.id;
    await requireFreeName(tx, { ownerId, name: view.name });
    if ((await tx.savedView.count({ where: { ownerId } })) >= VIEWS_MAX)
      throw new AppError('TOO_MANY_VIEWS', { values: { max: VIEWS_MAX } });
    const { id } = await tx.savedView.create({ data: { ...view, ownerId, appIds: sharedWith(actor, view) } });
    await recordAudit(tx, actor, { action: 'view.create', targetId: id, details: { name: view.name } });
    return id;
  });
}

/** @throws AppError NOT_FOUND, FORBIDDEN, INVALID_INPUT, VIEW_NAME_TAKEN */
export async function updateView(actor: UserActor, viewId: string, input: ViewInput): Promise<void> {
  requirePermission(actor, 'codes.read');
  const view = parseInput(viewSchema, input);
  requireMayShare(actor, view.shared);
  await db().$transaction(async (tx) => {
    const { ownerId, ...before } = await requireOwnView(tx, actor, viewId);
    await requireFreeName(tx, { ownerId, name: view.name, ownId: viewId });
    const own = ownerId === actor.id ? { appIds: sharedWith(actor, view, before) } : {};
    await tx.savedView.update({ where: { id: viewId }, data: { ...view, ...own } });
    const changes = changesOf(before, view);
    const details = { name: view.name };
    await recordChange(tx, actor, { action: 'view.update', targetId: viewId, changes, details });
  });
}

/** @throws AppError NOT_FOUND, FORBIDDEN */
export async function deleteView(actor: UserActor, viewId: string): Promise<void> {
  requirePermission(actor, 'codes.read');
  await db().$transaction(async (tx) => {
    const { name } = await requireOwnView(tx, actor, viewId);
    await tx.savedView.delete({ where: { id: viewId } });
    await recordAudit(tx, actor, { action: 'view.delete', targetId: viewId, details: { name } });
  });
}
