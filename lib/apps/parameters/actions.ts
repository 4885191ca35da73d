'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import type { DeclareInput } from './schema';
import { declareParameters } from './service';

export const declareParametersAction = action
  .inputSchema(input(z.object({ id: idSchema, values: z.custom<DeclareInput>() })))
  .action(({ parsedInput, ctx }) => declareParameters(ctx.actor, parsedInput.id, parsedInput.values));
