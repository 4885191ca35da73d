import 'server-only';
import { seenShared } from '@/lib/apps/shared-things';
import { seesWork } from '@/lib/apps/sight';
import { recordAudit } from '@/lib/audit/service';
import { viewerOf, type Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock } from '@/lib/clock';
import { db, type Tx } from '@/lib/db/client';
import type { Bulk } from '@/lib/db/generated/client';
import type { Sql } from '@/lib/db/sql';
import { AppError } from '@/lib/errors';
import { startOf } from '@/lib/live/service';
import { parseInput } from '@/lib/validation';
import {
  asksWeChat,
  INLINE_CODES,
  type BulkAction,
  type BulkInput,
  type BulkProgress,
  type BulkScope,
} from './kinds';
import { parseNamePattern } from './name-pattern';
import { recordBulk } from './record';
import { bulkActionSchema } from './schema';
import { bulkApps, readScope, requireCount, scopeConditions } from './scope';
import { wakeBulks } from './signals';
import { takeStep } from './step';
import { countPrinted } from '@/lib/print/records/count-printed';
import { storedBulk, toProgress } from './stored';

/** A plan is one for the same moment whenever it is read. @throws AppError INVALID_INPUT */
function readAction({ kind, values }: BulkInput): BulkAction {
  const action = parseInput(bulkActionSchema, { kind, values });
  if (action.kind !== 'retarget' || action.values.startsAt === '') return action;
  const startsAt = startOf(action.values.startsAt).toISOString();
  return { ...action, values: { ...action.values, startsAt } };
}

/** @throws AppError NOT_FOUND (no such tag or folder), INVALID_INPUT (a pattern that cannot be read) */
async function requireValues(tx: Tx, actor: Actor, action: BulkAction): Promise<void> {
  if (action.kind === 'addTags') {
    const { tagIds } = action.values;
    if ((await tx.tag.count({ where: { id: { in: tagIds }, AND: seenShared(actor) } })) < tagIds.length)
      throw new AppError('NOT_FOUND');
  } else if (action.kind === 'move' && action.values.folderId !== null) {
    if ((await tx.folder.count({ where: { id: action.values.folderId, AND: seenShared(actor) } })) === 0)
      throw new AppError('NOT_FOUND');
  } else if (action.kind === 'rename') {
    const { issue } = parseNamePattern(action.values.pattern);
    if (issue) throw new AppError('INVALID_INPUT', { issues: [{ field: 'pattern', ...issue }] });
  }
}

/** Whoever ends a code is told that paper goes on leading people to it. */
const isEnd = (kind: string): kind is 'delete' | 'purge' => kind === 'delete' || kind === 'purge';

/** The first codes at once, unless WeChat has to be asked. */
async function firstStep(tx: Tx, bulk: Bulk, conditions: Sql[]): Promise<Bulk> {
  if (asksWeChat(bulk.kind)) return bulk;
  return takeStep(tx, { bulk: storedBulk(bulk), conditions }, INLINE_CODES);
}

type Prepared = {
  action: BulkAction;
  scope: BulkScope;
  conditions: Sql[];
  total: number;
  appIds: string[];
};

async function begin(tx: Tx, actor: Actor, prepared: Prepared): Promise<Bulk> {
  const { action, conditions, ...what } = prepared;
  await requireValues(tx, actor, action);
  const { kind, values = {} } = action;
  const by = { createdById: viewerOf(actor).userId, byName: actor.name, createdAt: clock.now() };
  const created = await tx.bulk.create({ data: { kind, values, ...what, ...by } });
  const { scope } = what;
  return recordBulk(tx, actor, { bulk: created, scope, step: () => firstStep(tx, created, conditions) });
}

/**
 * Does several things to one code that the actor sees, in the transaction of the caller, who has asked before whether the
 * actor may: all of them or none.
 * @throws AppError NOT_FOUND for a tag or a folder, CODE_BUSY
 */
export async function actOnOne(
  tx: Tx,
  actor: Actor,
  { codeId, appId, actions }: { codeId: string; appId: string; actions: BulkAction[] },
): Promise<void> {
  const one = { scope: { codeIds: [codeId] }, conditions: [], total: 1, appIds: [appId] };
  for (const action of actions) {
    const { failedCount } = await begin(tx, actor, { ...one, action });
    if (failedCount > 0) throw new AppError('CODE_BUSY');
  }
}

/**
 * Does one thing to many codes. Up to 500 of them are done when this returns (`state` FINISHED); the worker goes on with
 * the rest, and `getBulk` says how far it is. A code that cannot be changed is counted and stops nothing.
 * @throws AppError FORBIDDEN, INVALID_INPUT, NOT_FOUND, BULK_COUNT_CHANGED; then nothing was changed
 */
export async function startBulk(actor: Actor, input: BulkInput): Promise<BulkProgress> {
  requirePermission(actor, 'codes.write');
  const scope = await readScope(actor, input.scope);
  const action = readAction(input);
  const viewer = viewerOf(actor);
  const conditions = await scopeConditions(scope, viewer);
  const total = await requireCount(scope, conditions);
  const printed = isEnd(action.kind) ? { printed: await countPrinted(scope, conditions, action.kind) } : {};
  const prepared = { scope, conditions, total, appIds: await bulkApps(actor, scope) };
  const bulk = await db().$transaction((tx) => begin(tx, actor, { ...prepared, action }));
  if (bulk.state === 'RUNNING' || bulk.kind === 'purge') wakeBulks();
  const isPlan = action.kind === 'retarget' && action.values.startsAt !== '';
  return { ...toProgress(bulk), ...printed, ...(isPlan && { isPlan }) };
}

/** @throws AppError NOT_FOUND, BULK_NO_UNDO when it cannot be taken back, or no longer */
async function requireUndoable(tx: Tx, actor: Actor, bulkId: string): Promise<Bulk> {
  await tx.$queryRaw`SELECT 1 FROM "Bulk" WHERE "id" = ${bulkId} FOR UPDATE`;
  const bulk = await tx.bulk.findUnique({ where: { id: bulkId } });
  if (!bulk || !seesWork(actor, bulk.appIds)) throw new AppError('NOT_FOUND');
  const undone = await tx.bulk.count({ where: { undoOfId: bulkId } });
  const kept = await tx.bulkChange.findFirst({ where: { bulkId }, select: { codeId: true } });
  if (undone > 0 || !kept || !toProgress(bulk).canUndo) throw new AppError('BULK_NO_UNDO');
  return bulk;
}

/**
 * Takes an action back: each code that still is as the action left it becomes what it was before; all others stay. One
 * that is still at work is stopped first. It is an action of its own, and as quick.
 * @throws AppError FORBIDDEN, NOT_FOUND, BULK_NO_UNDO
 */
export async function undoBulk(actor: Actor, bulkId: string): Promise<BulkProgress> {
  requirePermission(actor, 'codes.write');
  const undo = await db().$transaction(async (tx) => {
    const {
      kind,
      scope,
      values,
      changedCount: total,
      state,
      appIds,
    } = await requireUndoable(tx, actor, bulkId);
    if (state === 'RUNNING') await tx.bulk.update({ where: { id: bulkId }, data: STOPPED() });
    const createdById = actor.kind === 'user' ? actor.id : null;
    const data = {
      kind,
      scope: scope ?? {},
      values: values ?? {},
      total,
      undoOfId: bulkId,
      createdById,
      byName: actor.name,
      appIds,
    };
    const created = await tx.bulk.create({ data: { ...data, createdAt: clock.now() } });
    await recordAudit(tx, actor, { action: 'bulk.undo', targetId: bulkId, details: { kind, count: total } });
    return firstStep(tx, created, []);
  });
  if (undo.state === 'RUNNING') wakeBulks();
  return toProgress(undo);
}

const STOPPED = () => ({ state: 'STOPPED' as const, finishedAt: clock.now() });

/** No further code is changed; those that were stay changed. Of one that is over nothing happens. @throws AppError NOT_FOUND */
export async function stopBulk(actor: Actor, bulkId: string): Promise<BulkProgress> {
  requirePermission(actor, 'codes.write');
  const bulk = await db().$transaction(async (tx) => {
    const known = await tx.bulk.findUnique({ where: { id: bulkId }, select: { appIds: true } });
    if (!known || !seesWork(actor, known.appIds)) throw new AppError('NOT_FOUND');
    const { count } = await tx.bulk.updateMany({ where: { id: bulkId, state: 'RUNNING' }, data: STOPPED() });
    const bulk = await tx.bulk.findUniqueOrThrow({ where: { id: bulkId } });
    const details = { kind: bulk.kind };
    if (count === 1) await recordAudit(tx, actor, { action: 'bulk.stop', targetId: bulkId, details });
    return bulk;
  });
  return toProgress(bulk);
}
