import { z } from 'zod';
import { lineSchema } from '@/lib/input/schemas';
import { VERSION_MAX_CHARS } from './limits';

/** The text is read by readAppJson, which says what is wrong with it. */
export const appJsonSchema = z.object({
  text: z.string(),
  version: lineSchema(VERSION_MAX_CHARS).default(''),
});
export type AppJsonInput = z.input<typeof appJsonSchema>;
