'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { makerHere } from '@/lib/apps/scope';
import { idSchema } from '@/lib/input/schemas';
import type { ViewInput } from './schema';
import { createView, deleteView, updateView } from './service';

const view = z.object({ viewId: idSchema });

export const createViewAction = action
  .inputSchema(input(z.custom<ViewInput>()))
  .action(async ({ parsedInput, ctx }) => createView(await makerHere(ctx.actor), parsedInput));

export const updateViewAction = action
  .inputSchema(input(view.extend({ values: z.custom<ViewInput>() })))
  .action(async ({ parsedInput: { viewId, values }, ctx }) =>
    updateView(await makerHere(ctx.actor), viewId, values),
  );

export const deleteViewAction = action
  .inputSchema(input(view))
  .action(({ parsedInput, ctx }) => deleteView(ctx.actor, parsedInput.viewId));
