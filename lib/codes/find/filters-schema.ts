import { z } from 'zod';
import { daySchema, textSchema } from '@/lib/input/schemas';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';
import { CODE_PLACES, CODE_SORTS, SEARCH_MAX_CHARS, type CodeFilters } from './filters';
import { CODE_STATUSES } from '@/lib/codes/limits';

const OPTIONS_MAX = 20;
const ID_MAX_CHARS = 64;

const list = <T extends z.ZodType>(item: T) => z.array(item).max(OPTIONS_MAX).default([]);
const day = daySchema.or(z.literal('')).default('');
/** An id, or a word for all or none; one that is of nothing finds nothing. */
const id = textSchema(ID_MAX_CHARS);

/** Checks filters that came from an address; whatever is left out does not narrow. */
export const codeFiltersSchema: z.ZodType<CodeFilters> = z.object({
  q: textSchema(SEARCH_MAX_CHARS).trim().default(''),
  app: id.default(''),
  endpoint: list(z.enum(ENDPOINTS)),
  status: list(z.enum(CODE_STATUSES)),
  cause: id.default(''),
  creator: id.default(''),
  batch: id.default(''),
  from: day,
  to: day,
  tag: list(id.min(1)),
  folder: id.default(''),
  place: z.enum(CODE_PLACES).default(''),
  scans: z.enum(['', 'never']).default(''),
  sort: z.enum(CODE_SORTS).default(''),
});
