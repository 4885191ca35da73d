'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import type { AppJsonInput } from './schema';
import { askPagesNow } from './asked';
import { giveAppJson } from './service';

export const giveAppJsonAction = action
  .inputSchema(input(z.object({ id: idSchema, values: z.custom<AppJsonInput>() })))
  .action(({ parsedInput, ctx }) => giveAppJson(ctx.actor, parsedInput.id, parsedInput.values));

export const askPagesNowAction = action
  .inputSchema(input(z.object({ id: idSchema })))
  .action(({ parsedInput, ctx }) => askPagesNow(ctx.actor, parsedInput.id));
