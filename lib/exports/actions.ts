'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import { keepSelection } from '@/lib/exports/scope/selections';

/** Keeps ticked codes, so that `/exports/new?selection=<id>` can name them. */
export const keepSelectionAction = action
  .inputSchema(input(z.object({ codeIds: z.array(idSchema) })))
  .action(({ parsedInput, ctx }) => keepSelection(ctx.actor, parsedInput.codeIds));
