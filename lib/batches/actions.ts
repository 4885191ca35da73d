'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { adoptPlan, adoptPreset } from '@/lib/batches/plan/adopt-plan';
import { createDraft } from '@/lib/batches/draft/create-draft';
import type { CreateDraftInput } from '@/lib/batches/draft/draft-types';
import { deleteDraft, deleteDrafts, renameBatch, rereadDraft, savePlan } from '@/lib/batches/draft/drafts';
import { dryRun } from '@/lib/batches/check/dry-run';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { deletePreset, renamePreset, replacePreset, savePreset } from '@/lib/batches/plan/presets';
import { startBatch } from '@/lib/batches/run/start';
import type { ReadOptions } from '@/lib/batches/table/table';
import { countSchema, idSchema } from '@/lib/input/schemas';

const batch = z.object({ batchId: idSchema });
const preset = z.object({ presetId: idSchema });
const plan = z.custom<BatchPlan>();

/** A file travels inside the input; next.config.js says how large it may be. */
export const createDraftAction = action
  .inputSchema(input(z.custom<CreateDraftInput>()))
  .action(({ parsedInput, ctx }) => createDraft(ctx.actor, parsedInput));

export const rereadDraftAction = action
  .inputSchema(input(batch.extend({ options: z.custom<ReadOptions>(), dropEdits: z.boolean().optional() })))
  .action(({ parsedInput: { batchId, ...asked }, ctx }) => rereadDraft(ctx.actor, batchId, asked));

export const savePlanAction = action
  .inputSchema(input(batch.extend({ plan })))
  .action(({ parsedInput, ctx }) => savePlan(ctx.actor, parsedInput.batchId, parsedInput.plan));

/** The mapping and settings of an earlier batch for a new table. */
export const adoptPlanAction = action
  .inputSchema(input(batch.extend({ fromBatchId: idSchema })))
  .action(({ parsedInput, ctx }) => adoptPlan(ctx.actor, parsedInput.batchId, parsedInput.fromBatchId));

/** The mapping and settings of a preset, also where the table has its header elsewhere than was guessed. */
export const adoptPresetAction = action
  .inputSchema(input(batch.extend(preset.shape)))
  .action(({ parsedInput, ctx }) => adoptPreset(ctx.actor, parsedInput.batchId, parsedInput.presetId));

export const renameBatchAction = action
  .inputSchema(input(batch.extend({ name: z.string() })))
  .action(({ parsedInput, ctx }) => renameBatch(ctx.actor, parsedInput.batchId, parsedInput.name));

export const deleteDraftAction = action
  .inputSchema(input(batch))
  .action(({ parsedInput, ctx }) => deleteDraft(ctx.actor, parsedInput.batchId));

/** @returns how many */
export const deleteDraftsAction = action
  .inputSchema(input(z.object({ batchIds: z.array(idSchema) })))
  .action(({ parsedInput, ctx }) => deleteDrafts(ctx.actor, parsedInput.batchIds));

export const dryRunAction = action
  .inputSchema(input(batch.extend({ plan })))
  .action(({ parsedInput, ctx }) => dryRun(ctx.actor, parsedInput.batchId, parsedInput.plan));

export const startBatchAction = action
  .inputSchema(input(batch.extend({ seen: z.object({ newRows: countSchema, needed: countSchema }) })))
  .action(({ parsedInput, ctx }) => startBatch(ctx.actor, parsedInput.batchId, parsedInput.seen));

export const savePresetAction = action
  .inputSchema(input(batch.extend({ name: z.string() })))
  .action(({ parsedInput, ctx }) => savePreset(ctx.actor, parsedInput));

export const renamePresetAction = action
  .inputSchema(input(preset.extend({ name: z.string() })))
  .action(({ parsedInput, ctx }) => renamePreset(ctx.actor, parsedInput.presetId, parsedInput.name));

/** Gives a preset what is set in a draft now. */
export const replacePresetAction = action
  .inputSchema(input(preset.extend(batch.shape)))
  .action(({ parsedInput, ctx }) => replacePreset(ctx.actor, parsedInput.presetId, parsedInput.batchId));

export const deletePresetAction = action
  .inputSchema(input(preset))
  .action(({ parsedInput, ctx }) => deletePreset(ctx.actor, parsedInput.presetId));
