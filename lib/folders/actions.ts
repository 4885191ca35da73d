'use server';

import { z } from 'zod';
import { action } from '@/lib/actions/client';
import type { FolderInput } from './schema';
import { createFolder, deleteFolder, renameFolder } from './service';

const folder = z.object({ folderId: z.string().min(1).max(64) });

export const createFolderAction = action
  .inputSchema(z.custom<FolderInput>())
  .action(({ parsedInput, ctx }) => createFolder(ctx.actor, parsedInput));

export const renameFolderAction = action
  .inputSchema(folder.extend({ values: z.custom<FolderInput>() }))
  .action(({ parsedInput, ctx }) => renameFolder(ctx.actor, parsedInput.folderId, parsedInput.values));

export const deleteFolderAction = action
  .inputSchema(folder)
  .action(({ parsedInput, ctx }) => deleteFolder(ctx.actor, parsedInput.folderId));
