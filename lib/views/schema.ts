import { z } from 'zod';
import { filterParams, readFilterParams } from '@/lib/codes/find/filters';
import { codeFiltersSchema } from '@/lib/codes/find/filters-schema';
import { lineSchema, textSchema } from '@/lib/input/schemas';
import { VIEW_NAME_MAX_CHARS, VIEW_QUERY_MAX_CHARS } from './limits';

/** What the gallery's address says, checked and in one spelling: whatever else somebody put into it is left out. */
const query = textSchema(VIEW_QUERY_MAX_CHARS)
  .transform((text): unknown => readFilterParams(new URLSearchParams(text)))
  .pipe(codeFiltersSchema)
  .transform((filters) => filterParams(filters).toString());

export const viewSchema = z.object({
  name: lineSchema(VIEW_NAME_MAX_CHARS).min(1),
  query,
  shared: z.boolean(),
});
export type ViewInput = z.input<typeof viewSchema>;
