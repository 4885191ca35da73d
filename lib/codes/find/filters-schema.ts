import { z } from 'zod';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';
import { CODE_PLACES, CODE_SORTS, SEARCH_MAX_CHARS, type CodeFilters } from './filters';
import { CODE_STATUSES } from '@/lib/codes/limits';

const OPTIONS_MAX = 20;
const ID_MAX_CHARS = 64;

const list = <T extends z.ZodType>(item: T) => z.array(item).max(OPTIONS_MAX).default([]);
const day = z.iso.date().or(z.literal('')).default('');

/** Checks filters that came from an address; whatever is left out does not narrow. */
export const codeFiltersSchema: z.ZodType<CodeFilters> = z.object({
  q: z.string().trim().max(SEARCH_MAX_CHARS).default(''),
  app: z.string().max(ID_MAX_CHARS).default(''),
  endpoint: list(z.enum(ENDPOINTS)),
  status: list(z.enum(CODE_STATUSES)),
  creator: z.string().max(ID_MAX_CHARS).default(''),
  batch: z.string().max(ID_MAX_CHARS).default(''),
  from: day,
  to: day,
  tag: list(z.string().min(1).max(ID_MAX_CHARS)),
  folder: z.string().max(ID_MAX_CHARS).default(''),
  place: z.enum(CODE_PLACES).default(''),
  sort: z.enum(CODE_SORTS).default(''),
});
