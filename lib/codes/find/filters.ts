import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { CODE_STATUSES } from '@/lib/codes/limits';

export const SEARCH_MAX_CHARS = 100;
/** The value of `folder` that means codes in none. */
export const NO_FOLDER = 'none';

/** Where codes lie: the gallery (neither archived nor deleted), the archive, the trash; or what the viewer used last. */
export const CODE_PLACES = ['', 'recent', 'archived', 'trash'] as const;
export type CodePlace = (typeof CODE_PLACES)[number];

/** '' is the order of the place: newest first; last used first, last archived or deleted first. */
export const CODE_SORTS = ['', 'oldest', 'name', 'changed', 'scans'] as const;
export type CodeSort = (typeof CODE_SORTS)[number];

/**
 * What the gallery is narrowed to. An app of `all` or none means every Mini Program; `from` and `to` are calendar days
 * (YYYY-MM-DD), both included, in the time zone of the server.
 */
export type CodeFilters = {
  q: string;
  app: string;
  endpoint: Endpoint[];
  status: (typeof CODE_STATUSES)[number][];
  /** Why codes failed: a FailureKey (lib/codes/generate/failure.ts). */
  cause: string;
  creator: string;
  /** Codes that the rows of this batch became or share. */
  batch: string;
  from: string;
  to: string;
  /** Ids; a code that has any of these tags matches. */
  tag: string[];
  /** '' for any, NO_FOLDER, or an id. */
  folder: string;
  place: CodePlace;
  /** `never`: live codes that were made NEVER_SCANNED_DAYS ago and were never scanned. */
  scans: '' | 'never';
  /** Changes the order and never which codes match. */
  sort: CodeSort;
};

export const NO_FILTERS: CodeFilters = {
  q: '',
  app: '',
  endpoint: [],
  status: [],
  cause: '',
  creator: '',
  batch: '',
  from: '',
  to: '',
  tag: [],
  folder: '',
  place: '',
  scans: '',
  sort: '',
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

const LISTS = ['endpoint', 'status', 'tag'];

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

/** Filters that offer a list of options, each of which is counted. */
export const FACETS = ['app', 'endpoint', 'status', 'creator', 'folder', 'tag'] as const;
export type CodeFacet = (typeof FACETS)[number];
