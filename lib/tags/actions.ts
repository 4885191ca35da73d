'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { makerHere } from '@/lib/apps/scope';
import { idSchema } from '@/lib/input/schemas';
import type { TagInput } from './schema';
import { createTag, deleteTag, updateTag } from './service';

const tag = z.object({ tagId: idSchema });

export const createTagAction = action
  .inputSchema(input(z.custom<TagInput>()))
  .action(async ({ parsedInput, ctx }) => createTag(await makerHere(ctx.actor), parsedInput));

export const updateTagAction = action
  .inputSchema(input(tag.extend({ values: z.custom<TagInput>() })))
  .action(({ parsedInput, ctx }) => updateTag(ctx.actor, parsedInput.tagId, parsedInput.values));

export const deleteTagAction = action
  .inputSchema(input(tag))
  .action(({ parsedInput, ctx }) => deleteTag(ctx.actor, parsedInput.tagId));
