'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import { cancelBatch, pauseBatch, resumeBatch, retryFailed, retryRow } from '@/lib/batches/run/control';

const id = z.string().min(1).max(64);
const one = z.object({ batchId: id });

export const pauseBatchAction = action
  .inputSchema(one)
  .action(({ parsedInput, ctx }) => pauseBatch(ctx.actor, parsedInput.batchId));

export const resumeBatchAction = action
  .inputSchema(one)
  .action(({ parsedInput, ctx }) => resumeBatch(ctx.actor, parsedInput.batchId));

export const cancelBatchAction = action
  .inputSchema(one)
  .action(({ parsedInput, ctx }) => cancelBatch(ctx.actor, parsedInput.batchId));

/** @returns how many rows are tried again */
export const retryFailedAction = action
  .inputSchema(one.extend({ cause: z.string().max(64).optional() }))
  .action(({ parsedInput, ctx }) => retryFailed(ctx.actor, parsedInput.batchId, parsedInput.cause));

export const retryRowAction = action
  .inputSchema(one.extend({ rowNumber: z.number().int().min(1) }))
  .action(({ parsedInput, ctx }) => retryRow(ctx.actor, parsedInput.batchId, parsedInput.rowNumber));
