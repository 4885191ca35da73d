import { z } from 'zod';
import { lineSchema } from '@/lib/input/schemas';
import { FOLDER_NAME_MAX_CHARS } from './limits';

export const folderSchema = z.object({ name: lineSchema(FOLDER_NAME_MAX_CHARS).min(1) });
export type FolderInput = z.input<typeof folderSchema>;
