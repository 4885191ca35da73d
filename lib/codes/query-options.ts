import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { filterParams, type CodeFilters } from './filters';
import type { CodePage } from './queries';

/** A page as the browser gets it: JSON has no dates. */
export type CodePageJson = Omit<CodePage, 'items'> & { items: CodeItem[] };
export type CodeItem = Omit<CodePage['items'][number], 'createdAt'> & { createdAt: string };

const WORKING = ['GENERATING', 'QUEUED'];
const REFRESH_WORKING_MS = 2_000;

export const codeKeys = {
  all: ['codes'] as const,
  list: (filters: CodeFilters) => ['codes', 'list', filters] as const,
};

function pageUrl(filters: CodeFilters, cursor: string): string {
  const params = filterParams(filters);
  if (cursor) params.set('cursor', cursor);
  return `/api/codes?${params}`;
}

/** The gallery's pages. While a code on them is still being generated they are asked for again every two seconds. */
export function codeListOptions(filters: CodeFilters) {
  return infiniteQueryOptions({
    queryKey: codeKeys.list(filters),
    queryFn: ({ pageParam, signal }) => fetchJson<CodePageJson>(pageUrl(filters, pageParam), signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((item) => WORKING.includes(item.status)))
        ? REFRESH_WORKING_MS
        : false,
  });
}
