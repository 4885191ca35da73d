'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { makerHere } from '@/lib/apps/scope';
import { idSchema } from '@/lib/input/schemas';
import type { CreateDesignInput, SaveDesignInput } from './schema';
import { createDesign, deleteDesign, renameDesign, saveDesign } from './service';

const design = z.object({ designId: idSchema });

export const createDesignAction = action
  .inputSchema(input(z.custom<CreateDesignInput>()))
  .action(async ({ parsedInput, ctx }) => createDesign(await makerHere(ctx.actor), parsedInput));

export const saveDesignAction = action
  .inputSchema(input(design.extend({ values: z.custom<SaveDesignInput>() })))
  .action(({ parsedInput, ctx }) => saveDesign(ctx.actor, parsedInput.designId, parsedInput.values));

export const renameDesignAction = action
  .inputSchema(input(design.extend({ name: z.string() })))
  .action(({ parsedInput, ctx }) => renameDesign(ctx.actor, parsedInput.designId, parsedInput.name));

export const deleteDesignAction = action
  .inputSchema(input(design))
  .action(({ parsedInput, ctx }) => deleteDesign(ctx.actor, parsedInput.designId));
