'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { getTranslations } from 'next-intl/server';
import { mendFaulty } from '@/lib/batches/draft/mend-faulty';
import { cancelBatch, pauseBatch, resumeBatch, retryFailed, retryRow } from '@/lib/batches/run/control';
import { countSchema, idSchema } from '@/lib/input/schemas';

const one = z.object({ batchId: idSchema });

export const pauseBatchAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => pauseBatch(ctx.actor, parsedInput.batchId));

export const resumeBatchAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => resumeBatch(ctx.actor, parsedInput.batchId));

export const cancelBatchAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => cancelBatch(ctx.actor, parsedInput.batchId));

/** @returns how many rows are tried again */
export const retryFailedAction = action
  .inputSchema(input(one.extend({ cause: z.string().max(64).optional() })))
  .action(({ parsedInput, ctx }) => retryFailed(ctx.actor, parsedInput.batchId, parsedInput.cause));

/** @returns the id of the draft in which they are put right */
export const mendFaultyAction = action
  .inputSchema(input(one))
  .action(async ({ parsedInput, ctx }) =>
    mendFaulty(ctx.actor, parsedInput.batchId, await getTranslations()),
  );

export const retryRowAction = action
  .inputSchema(input(one.extend({ rowNumber: countSchema })))
  .action(({ parsedInput, ctx }) => retryRow(ctx.actor, parsedInput.batchId, parsedInput.rowNumber));
