import type { Endpoint } from '@/lib/wechat/limits';
import type { CODE_STATUSES } from './limits';

export const SEARCH_MAX_CHARS = 100;

/**
 * What the gallery is narrowed to. An app of `all` or none means every Mini Program; `from` and `to` are calendar days
 * (YYYY-MM-DD), both included, in the time zone of the server.
 */
export type CodeFilters = {
  q: string;
  app: string;
  endpoint: Endpoint[];
  status: (typeof CODE_STATUSES)[number][];
  creator: string;
  /** Codes that the rows of this batch became or share. */
  batch: string;
  from: string;
  to: string;
};

export const NO_FILTERS: CodeFilters = {
  q: '',
  app: '',
  endpoint: [],
  status: [],
  creator: '',
  batch: '',
  from: '',
  to: '',
};

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

/** The inverse of `filterParams`, unchecked: check it with `codeFiltersSchema`. */
export function readFilterParams(params: URLSearchParams): Record<string, string | string[]> {
  const known = Object.keys(NO_FILTERS).filter((key) => params.get(key));
  return Object.fromEntries(
    known.map((key) => {
      const value = params.get(key) ?? '';
      return [key, LISTS.includes(key) ? value.split(',') : value];
    }),
  );
}
