import { z } from 'zod';
import { TAG_COLORS, TAG_NAME_MAX_CHARS } from './limits';

/** A comma would split the list of a CSV cell. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(TAG_NAME_MAX_CHARS)
  .refine((text) => !/[,，\n\r\t]/.test(text), { params: { key: 'format' } });

export const tagSchema = z.object({ name, color: z.enum(TAG_COLORS) });
export type TagInput = z.input<typeof tagSchema>;
