import { z } from 'zod';
import { lineSchema } from '@/lib/input/schemas';
import { TAG_COLORS, TAG_NAME_MAX_CHARS } from './limits';

/** A comma would split the list of a CSV cell. */
const name = lineSchema(TAG_NAME_MAX_CHARS)
  .min(1)
  .refine((text) => !/[,，]/.test(text), { params: { key: 'format' } });

export const tagSchema = z.object({ name, color: z.enum(TAG_COLORS) });
export type TagInput = z.input<typeof tagSchema>;
