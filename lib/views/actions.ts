'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import type { ViewInput } from './schema';
import { createView, deleteView, updateView } from './service';

const view = z.object({ viewId: z.string().min(1).max(64) });

export const createViewAction = action
  .inputSchema(z.custom<ViewInput>())
  .action(({ parsedInput, ctx }) => createView(ctx.actor, parsedInput));

export const updateViewAction = action
  .inputSchema(view.extend({ values: z.custom<ViewInput>() }))
  .action(({ parsedInput, ctx }) => updateView(ctx.actor, parsedInput.viewId, parsedInput.values));

export const deleteViewAction = action
  .inputSchema(view)
  .action(({ parsedInput, ctx }) => deleteView(ctx.actor, parsedInput.viewId));
