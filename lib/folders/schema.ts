import { z } from 'zod';
import { FOLDER_NAME_MAX_CHARS } from './limits';

export const folderSchema = z.object({ name: z.string().trim().min(1).max(FOLDER_NAME_MAX_CHARS) });
export type FolderInput = z.input<typeof folderSchema>;
