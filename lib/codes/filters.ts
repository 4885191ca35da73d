import { z } from 'zod';
import { ENDPOINTS } from '@/lib/wechat/parameters';
import { CODE_STATUSES } from './schema';

export const SEARCH_MAX_CHARS = 100;

const list = <T extends z.ZodType>(item: T) => z.array(item).max(20).default([]);

/**
 * What the gallery is narrowed to. An app of `all` or none means every Mini Program; days are calendar days, both
 * included, in the time zone of the server.
 */
export const codeFiltersSchema = z.object({
  q: z.string().trim().max(SEARCH_MAX_CHARS).default(''),
  app: z.string().max(64).default(''),
  endpoint: list(z.enum(ENDPOINTS)),
  status: list(z.enum(CODE_STATUSES)),
  creator: z.string().max(64).default(''),
  from: z.iso.date().or(z.literal('')).default(''),
  to: z.iso.date().or(z.literal('')).default(''),
});
export type CodeFilters = z.output<typeof codeFiltersSchema>;

export const NO_FILTERS: CodeFilters = codeFiltersSchema.parse({});

/** Filters as the query string of the page and of `/api/codes`: lists comma-joined, empty ones left out. */
export function filterParams(filters: CodeFilters): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text !== '') params.set(key, text);
  }
  return params;
}

const LISTS = ['endpoint', 'status'];

/** The inverse of `filterParams`, unchecked: parse it with `codeFiltersSchema`. */
export function readFilterParams(params: URLSearchParams): Record<string, string | string[]> {
  const known = Object.keys(NO_FILTERS).filter((key) => params.get(key));
  return Object.fromEntries(
    known.map((key) => {
      const value = params.get(key) ?? '';
      return [key, LISTS.includes(key) ? value.split(',') : value];
    }),
  );
}
