import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { applyPreset } from './apply-preset';
import { savePlan } from '@/lib/batches/draft/drafts';
import { batchPlanSchema } from './plan-schema';

const plannedSchema = z.object({ plan: batchPlanSchema, columns: z.array(z.string()) });

/**
 * Gives a draft the mapping and settings of another batch, whatever became of that one. Columns are found by their
 * names; a field whose column is not there is left out. A batch that nobody has planned changes nothing.
 * @throws AppError NOT_FOUND, BATCH_STARTED
 */
export async function adoptPlan(actor: Actor, batchId: string, fromBatchId: string): Promise<void> {
  requirePermission(actor, 'batches.write');
  const select = { plan: true, columns: true } as const;
  const [draft, source] = await Promise.all([
    db().batch.findUnique({ where: { id: batchId }, select }),
    db().batch.findUnique({ where: { id: fromBatchId }, select }),
  ]);
  if (!draft || !source) throw new AppError('NOT_FOUND');
  const planned = plannedSchema.safeParse(source);
  if (!planned.success) return;
  const { plan } = applyPreset(planned.data, plannedSchema.shape.columns.parse(draft.columns));
  await savePlan(actor, batchId, plan);
}
