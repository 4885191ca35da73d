'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import type { CodeFilters } from '@/lib/codes/find/filters';
import { idSchema } from '@/lib/input/schemas';
import type { BulkInput, BulkScope } from './kinds';
import { sampleNames, sampleTargets } from './sample';
import { countMatching } from './scope';
import { startBulk, stopBulk, undoBulk } from './start';

const one = z.object({ bulkId: idSchema });

export const countMatchingAction = action
  .inputSchema(input(z.object({ filters: z.custom<CodeFilters>() })))
  .action(({ parsedInput, ctx }) => countMatching(ctx.actor, parsedInput.filters));

export const sampleNamesAction = action
  .inputSchema(input(z.object({ scope: z.custom<BulkScope>() })))
  .action(({ parsedInput, ctx }) => sampleNames(ctx.actor, parsedInput.scope));

export const sampleTargetsAction = action
  .inputSchema(input(z.object({ scope: z.custom<BulkScope>(), startsAt: z.string().max(40) })))
  .action(({ parsedInput, ctx }) => sampleTargets(ctx.actor, parsedInput.scope, parsedInput.startsAt));

export const startBulkAction = action
  .inputSchema(input(z.custom<BulkInput>((value) => typeof value === 'object' && value !== null)))
  .action(({ parsedInput, ctx }) => startBulk(ctx.actor, parsedInput));

export const undoBulkAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => undoBulk(ctx.actor, parsedInput.bulkId));

export const stopBulkAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => stopBulk(ctx.actor, parsedInput.bulkId));
