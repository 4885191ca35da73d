'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import { adoptPlan } from '@/lib/batches/plan/adopt-plan';
import { createDraft } from '@/lib/batches/draft/create-draft';
import type { CreateDraftInput } from '@/lib/batches/draft/draft-types';
import { deleteDraft, renameBatch, rereadDraft, savePlan } from '@/lib/batches/draft/drafts';
import { dryRun } from '@/lib/batches/check/dry-run';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { deletePreset, renamePreset, replacePreset, savePreset } from '@/lib/batches/plan/presets';
import { startBatch } from '@/lib/batches/run/start';
import type { ReadOptions } from '@/lib/batches/table/table';

const id = z.string().min(1).max(64);
const batch = z.object({ batchId: id });
const preset = z.object({ presetId: id });
const plan = z.custom<BatchPlan>();
const count = z.number().int().min(0);

/** A file travels inside the input; next.config.js says how large it may be. */
export const createDraftAction = action
  .inputSchema(z.custom<CreateDraftInput>())
  .action(({ parsedInput, ctx }) => createDraft(ctx.actor, parsedInput));

export const rereadDraftAction = action
  .inputSchema(batch.extend({ options: z.custom<ReadOptions>() }))
  .action(({ parsedInput, ctx }) => rereadDraft(ctx.actor, parsedInput.batchId, parsedInput.options));

export const savePlanAction = action
  .inputSchema(batch.extend({ plan }))
  .action(({ parsedInput, ctx }) => savePlan(ctx.actor, parsedInput.batchId, parsedInput.plan));

/** The mapping and settings of an earlier batch for a new table. */
export const adoptPlanAction = action
  .inputSchema(batch.extend({ fromBatchId: id }))
  .action(({ parsedInput, ctx }) => adoptPlan(ctx.actor, parsedInput.batchId, parsedInput.fromBatchId));

export const renameBatchAction = action
  .inputSchema(batch.extend({ name: z.string() }))
  .action(({ parsedInput, ctx }) => renameBatch(ctx.actor, parsedInput.batchId, parsedInput.name));

export const deleteDraftAction = action
  .inputSchema(batch)
  .action(({ parsedInput, ctx }) => deleteDraft(ctx.actor, parsedInput.batchId));

export const dryRunAction = action
  .inputSchema(batch.extend({ plan }))
  .action(({ parsedInput, ctx }) => dryRun(ctx.actor, parsedInput.batchId, parsedInput.plan));

export const startBatchAction = action
  .inputSchema(batch.extend({ seen: z.object({ newRows: count, needed: count }) }))
  .action(({ parsedInput, ctx }) => startBatch(ctx.actor, parsedInput.batchId, parsedInput.seen));

export const savePresetAction = action
  .inputSchema(batch.extend({ name: z.string() }))
  .action(({ parsedInput, ctx }) => savePreset(ctx.actor, parsedInput));

export const renamePresetAction = action
  .inputSchema(preset.extend({ name: z.string() }))
  .action(({ parsedInput, ctx }) => renamePreset(ctx.actor, parsedInput.presetId, parsedInput.name));

/** Gives a preset what is set in a draft now. */
export const replacePresetAction = action
  .inputSchema(preset.extend(batch.shape))
  .action(({ parsedInput, ctx }) => replacePreset(ctx.actor, parsedInput.presetId, parsedInput.batchId));

export const deletePresetAction = action
  .inputSchema(preset)
  .action(({ parsedInput, ctx }) => deletePreset(ctx.actor, parsedInput.presetId));
