'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import type { TagInput } from './schema';
import { createTag, deleteTag, updateTag } from './service';

const tag = z.object({ tagId: z.string().min(1).max(64) });

export const createTagAction = action
  .inputSchema(z.custom<TagInput>())
  .action(({ parsedInput, ctx }) => createTag(ctx.actor, parsedInput));

export const updateTagAction = action
  .inputSchema(tag.extend({ values: z.custom<TagInput>() }))
  .action(({ parsedInput, ctx }) => updateTag(ctx.actor, parsedInput.tagId, parsedInput.values));

export const deleteTagAction = action
  .inputSchema(tag)
  .action(({ parsedInput, ctx }) => deleteTag(ctx.actor, parsedInput.tagId));
