'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { makerHere } from '@/lib/apps/scope';
import { idSchema } from '@/lib/input/schemas';
import type { FolderInput } from './schema';
import { createFolder, deleteFolder, renameFolder } from './service';

const folder = z.object({ folderId: idSchema });

export const createFolderAction = action
  .inputSchema(input(z.custom<FolderInput>()))
  .action(async ({ parsedInput, ctx }) => createFolder(await makerHere(ctx.actor), parsedInput));

export const renameFolderAction = action
  .inputSchema(input(folder.extend({ values: z.custom<FolderInput>() })))
  .action(({ parsedInput, ctx }) => renameFolder(ctx.actor, parsedInput.folderId, parsedInput.values));

export const deleteFolderAction = action
  .inputSchema(input(folder))
  .action(({ parsedInput, ctx }) => deleteFolder(ctx.actor, parsedInput.folderId));
