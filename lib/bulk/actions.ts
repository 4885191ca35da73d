'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import type { CodeFilters } from '@/lib/codes/find/filters';
import type { BulkInput, BulkScope } from './kinds';
import { sampleNames } from './sample';
import { countMatching } from './scope';
import { startBulk, stopBulk, undoBulk } from './start';

const one = z.object({ bulkId: z.string().min(1).max(64) });

export const countMatchingAction = action
  .inputSchema(z.object({ filters: z.custom<CodeFilters>() }))
  .action(({ parsedInput, ctx }) => countMatching(ctx.actor, parsedInput.filters));

export const sampleNamesAction = action
  .inputSchema(z.object({ scope: z.custom<BulkScope>() }))
  .action(({ parsedInput, ctx }) => sampleNames(ctx.actor, parsedInput.scope));

export const startBulkAction = action
  .inputSchema(z.custom<BulkInput>())
  .action(({ parsedInput, ctx }) => startBulk(ctx.actor, parsedInput));

export const undoBulkAction = action
  .inputSchema(one)
  .action(({ parsedInput, ctx }) => undoBulk(ctx.actor, parsedInput.bulkId));

export const stopBulkAction = action
  .inputSchema(one)
  .action(({ parsedInput, ctx }) => stopBulk(ctx.actor, parsedInput.bulkId));
