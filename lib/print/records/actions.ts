'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import { setPrintState, type PrintStepInput } from './service';

export const setPrintStateAction = action
  .inputSchema(input(z.object({ exportId: idSchema, values: z.custom<PrintStepInput>() })))
  .action(({ parsedInput, ctx }) => setPrintState(ctx.actor, parsedInput.exportId, parsedInput.values));
