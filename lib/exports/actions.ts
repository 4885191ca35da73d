'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import { keepSelection } from '@/lib/exports/scope/selections';

/** Keeps ticked codes, so that `/exports/new?selection=<id>` can name them. */
export const keepSelectionAction = action
  .inputSchema(z.object({ codeIds: z.array(z.string()) }))
  .action(({ parsedInput, ctx }) => keepSelection(ctx.actor, parsedInput.codeIds));
