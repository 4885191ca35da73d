'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import type { SavePurposeInput } from './schema';
import { orderPurposes, removePurpose, savePurpose, setPurposeHidden } from './service';

/** The name of a built-in purpose or the id of a row; what is neither is not found. */
const key = z.string().max(64);

export const savePurposeAction = action
  .inputSchema(input(z.object({ key: key.nullable(), values: z.custom<SavePurposeInput>() })))
  .action(({ parsedInput, ctx }) => savePurpose(ctx.actor, parsedInput.key, parsedInput.values));

export const setPurposeHiddenAction = action
  .inputSchema(input(z.object({ key, hidden: z.boolean() })))
  .action(({ parsedInput, ctx }) => setPurposeHidden(ctx.actor, parsedInput.key, parsedInput.hidden));

export const orderPurposesAction = action
  .inputSchema(input(z.object({ keys: z.array(key) })))
  .action(({ parsedInput, ctx }) => orderPurposes(ctx.actor, parsedInput.keys));

export const removePurposeAction = action
  .inputSchema(input(z.object({ key })))
  .action(({ parsedInput, ctx }) => removePurpose(ctx.actor, parsedInput.key));
