import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { seenRows } from '@/lib/apps/sight';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit, recordChange } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db, type Tx } from '@/lib/db/client';
import type { BatchPresetWhereInput } from '@/lib/db/generated/models';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { presetNameSchema } from '@/lib/batches/draft/draft-schema';
import type { Preset } from '@/lib/batches/draft/draft-types';
import { openDraft } from '@/lib/batches/draft/open-draft';
import { batchPlanSchema } from './plan-schema';

/** What is kept: a plan names columns by their position, so it needs their names to be used with another table. */
const keptSchema = z.object({ plan: batchPlanSchema, columns: z.array(z.string()) });
type Kept = z.output<typeof keptSchema>;

/** Every preset that was made from a batch which the actor sees, by name. */
export async function listPresets(actor: Actor): Promise<Preset[]> {
  requirePermission(actor, 'batches.read');
  const rows = await db().batchPreset.findMany({
    where: seenRows(actor),
    orderBy: { name: 'asc' },
    include: { createdBy: { select: { id: true, name: true } } },
  });
  return rows.map(({ id, name, plan, createdBy, updatedAt }) => ({
    ...{ id, name, createdBy, updatedAt: updatedAt.toISOString() },
    ...keptSchema.parse(plan),
  }));
}

async function planOf(actor: Actor, batchId: string): Promise<{ plan: Kept; miniProgramId: string }> {
  const { draft, table } = await openDraft(actor, batchId);
  const plan = { plan: parseInput(batchPlanSchema, draft.plan), columns: table.columns };
  return { plan, miniProgramId: draft.miniProgram.id };
}

/** @param among the presets whose names it must not have: those that the actor sees, or those of one Mini Program */
async function requireFreeName(tx: Tx, name: string, among: BatchPresetWhereInput): Promise<void> {
  const other = await tx.batchPreset.findFirst({ where: { name, AND: among }, select: { id: true } });
  if (other) throw new AppError('PRESET_NAME_TAKEN', { values: { name } });
}

/**
 * Keeps mapping and settings of a draft, as they are stored, under a name.
 * @returns its id
 * @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT, PRESET_NAME_TAKEN
 */
export async function savePreset(actor: Actor, input: { name: string; batchId: string }): Promise<string> {
  requirePermission(actor, 'batches.write');
  const { name } = parseInput(presetNameSchema, input);
  const kept = await planOf(actor, input.batchId);
  return db().$transaction(async (tx) => {
    await requireFreeName(tx, name, seenRows(actor));
    const createdById = actor.kind === 'user' ? actor.id : null;
    const { id } = await tx.batchPreset.create({
      data: { name, ...kept, createdById },
      select: { id: true },
    });
    await recordAudit(tx, actor, { action: 'preset.create', targetId: id, details: { name } });
    return id;
  });
}

const KEPT = { name: true, plan: true, miniProgramId: true } as const;

async function change(
  actor: Actor,
  presetId: string,
  changeOf: (
    tx: Tx,
    known: { name: string },
  ) => Promise<{ name?: string; plan?: Kept; miniProgramId?: string }>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const where = { id: presetId, AND: seenRows(actor) };
    const known = await tx.batchPreset.findUnique({ where, select: KEPT });
    if (!known) throw new AppError('NOT_FOUND');
    const { name, ...kept } = await tx.batchPreset.update({
      where: { id: presetId },
      data: await changeOf(tx, known),
      select: KEPT,
    });
    const { name: oldName, ...before } = known;
    const changes = changesOf({ name: oldName }, { name });
    const isOther = !isDeepStrictEqual(before, kept);
    const entry = { targetId: presetId, changes, details: { name }, isOther };
    await recordChange(tx, actor, { action: 'preset.update', ...entry });
  });
}

/** Gives a preset the mapping and settings of a draft. @throws AppError NOT_FOUND, BATCH_STARTED, INVALID_INPUT, PRESET_NAME_TAKEN */
export async function replacePreset(actor: Actor, presetId: string, batchId: string): Promise<void> {
  requirePermission(actor, 'batches.write');
  const kept = await planOf(actor, batchId);
  const { miniProgramId } = kept;
  await change(actor, presetId, async (tx, { name }) => {
    await requireFreeName(tx, name, { id: { not: presetId }, miniProgramId });
    return kept;
  });
}

/** @throws AppError NOT_FOUND, INVALID_INPUT, PRESET_NAME_TAKEN */
export async function renamePreset(actor: Actor, presetId: string, newName: string): Promise<void> {
  requirePermission(actor, 'batches.write');
  const { name } = parseInput(presetNameSchema, { name: newName });
  await change(actor, presetId, async (tx) => {
    await requireFreeName(tx, name, { id: { not: presetId }, ...seenRows(actor) });
    return { name };
  });
}

/** Batches that were started with it stay as they are. @throws AppError NOT_FOUND */
export async function deletePreset(actor: Actor, presetId: string): Promise<void> {
  requirePermission(actor, 'batches.write');
  await db().$transaction(async (tx) => {
    const where = { id: presetId, AND: seenRows(actor) };
    const known = await tx.batchPreset.findUnique({ where, select: { name: true } });
    if (!known) throw new AppError('NOT_FOUND');
    await tx.batchPreset.delete({ where: { id: presetId } });
    await recordAudit(tx, actor, { action: 'preset.delete', targetId: presetId, details: known });
  });
}
