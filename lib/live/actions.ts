'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import type { LiveTargetInput } from './schema';
import { dropLivePlan, setLiveTarget } from './service';

export const setLiveTargetAction = action
  .inputSchema(input(z.object({ codeId: idSchema, values: z.custom<LiveTargetInput>() })))
  .action(({ parsedInput, ctx }) => setLiveTarget(ctx.actor, parsedInput.codeId, parsedInput.values));

export const dropLivePlanAction = action
  .inputSchema(input(z.object({ codeId: idSchema, targetId: idSchema })))
  .action(({ parsedInput, ctx }) => dropLivePlan(ctx.actor, parsedInput.codeId, parsedInput.targetId));
