import 'server-only';
import { z } from 'zod';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { applyPreset } from './apply-preset';
import { rereadDraftWhere, savePlan } from '@/lib/batches/draft/drafts';
import { openDraft } from '@/lib/batches/draft/open-draft';
import type { Preset } from '@/lib/batches/draft/draft-types';
import { isRead, NO_EDITS } from '@/lib/batches/table/table';
import { batchPlanSchema } from './plan-schema';
import { listPresets } from './presets';

const plannedSchema = z.object({ plan: batchPlanSchema, columns: z.array(z.string()) });

/**
 * Gives a draft the mapping and settings of another batch, whatever became of that one. Columns are found by their
 * names; a field whose column is not there is left out. A batch that nobody has planned changes nothing.
 * @throws AppError NOT_FOUND, BATCH_STARTED
 */
export async function adoptPlan(actor: Actor, batchId: string, fromBatchId: string): Promise<void> {
  requirePermission(actor, 'batches.write');
  const source = await db().batch.findUnique({
    where: { id: fromBatchId, AND: seenRows(actor) },
    select: { plan: true, columns: true },
  });
  if (!source) throw new AppError('NOT_FOUND');
  const planned = plannedSchema.safeParse(source);
  if (!planned.success) return;
  const { plan } = await fit(actor, batchId, planned.data);
  await savePlan(actor, batchId, plan);
}

type Fitted = ReturnType<typeof applyPreset> & {
  /** The table was read again for it, and has other columns now. */
  isReread: boolean;
};

/**
 * A plan of other columns for a draft. Where some are missing, the table may have its header in another row than the one
 * that was guessed: the row that holds these columns is looked for, and taken when it has more of them.
 */
async function fit(
  actor: Actor,
  batchId: string,
  planned: Pick<Preset, 'plan' | 'columns'>,
): Promise<Fitted> {
  const { table, origin, edits = NO_EDITS } = await openDraft(actor, batchId);
  const applied = applyPreset(planned, table.columns);
  // What somebody edited is not lost for a mapping.
  const isFixed = !isRead(origin) || edits.cells + edits.removed > 0;
  if (applied.missing.length === 0 || isFixed) return { ...applied, isReread: false };
  const options = { ...origin.asked, headerRow: undefined, headerNames: planned.columns };
  let better = applied;
  const isReread = await rereadDraftWhere(actor, { batchId, options }, (columns) => {
    better = applyPreset(planned, columns);
    return better.missing.length < applied.missing.length;
  });
  return isReread ? { ...better, isReread } : { ...applied, isReread };
}

/**
 * Gives a draft the mapping and settings of a preset; its table is read again with another header row when that is where
 * the preset's columns are.
 * @returns `missing` names of columns that the preset wants and the table has not; `isReread` whether it has other columns now
 * @throws AppError NOT_FOUND, BATCH_STARTED
 */
export async function adoptPreset(
  actor: Actor,
  batchId: string,
  presetId: string,
): Promise<{ missing: string[]; isReread: boolean }> {
  requirePermission(actor, 'batches.write');
  const preset = (await listPresets(actor)).find(({ id }) => id === presetId);
  if (!preset) throw new AppError('NOT_FOUND');
  const { plan, missing, isReread } = await fit(actor, batchId, preset);
  await savePlan(actor, batchId, plan);
  return { missing, isReread };
}
