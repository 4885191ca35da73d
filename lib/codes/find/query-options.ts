import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { filterParams, NO_FILTERS, type CodeFacet, type CodeFilters } from './filters';
import type { CodeCount } from './count';
import type { FacetCounts } from './facets';
import type { CodeListItem } from './queries';

/** A page as the browser gets it: JSON has no dates. */
export type CodePageJson = { items: CodeItem[]; nextCursor: string | null };
type Moment = 'createdAt' | 'updatedAt' | 'archivedAt' | 'deletedAt' | 'scannedAt';
export type CodeItem = Omit<CodeListItem, Moment> & {
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  deletedAt: string | null;
  scannedAt?: string | null;
};

const WORKING = ['GENERATING', 'QUEUED'];
const REFRESH_WORKING_MS = 2_000;

/** As the browser would get it. */
export function toCodeItem(found: CodeListItem): CodeItem {
  const { createdAt, updatedAt, archivedAt, deletedAt, scannedAt, ...item } = found;
  return {
    ...item,
    ...(scannedAt !== undefined && { scannedAt: scannedAt?.toISOString() ?? null }),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}

export const codeKeys = {
  all: ['codes'] as const,
  list: (filters: CodeFilters) => ['codes', 'list', filters] as const,
  count: (filters: CodeFilters) => ['codes', 'count', filters] as const,
  exactCount: (filters: CodeFilters) => ['codes', 'exactCount', filters] as const,
  facet: (facet: CodeFacet, filters: CodeFilters) => ['codes', 'facet', facet, filters] as const,
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

/** How many match, apart from the list, which never waits for it. The order changes nothing about the number. */
export function codeCountOptions({ sort: _, ...filters }: CodeFilters) {
  const counted = { ...filters, sort: '' as const };
  return queryOptions({
    queryKey: codeKeys.count(counted),
    queryFn: ({ signal }) => fetchJson<CodeCount>(`/api/codes/count?${filterParams(counted)}`, signal),
  });
}

/** To the last one: asked for by hand, since it may take seconds. */
export function exactCountOptions({ sort: _, ...filters }: CodeFilters) {
  const counted = { ...filters, sort: '' as const };
  return queryOptions({
    queryKey: codeKeys.exactCount(counted),
    queryFn: ({ signal }) =>
      fetchJson<CodeCount>(`/api/codes/count?${filterParams(counted)}&exact=1`, signal),
    enabled: false,
  });
}

/** How many codes each option of a filter would leave. */
export function codeFacetOptions(facet: CodeFacet, { sort: _, ...filters }: CodeFilters) {
  const others = { ...filters, sort: '' as const, [facet]: NO_FILTERS[facet] };
  return queryOptions({
    queryKey: codeKeys.facet(facet, others),
    queryFn: ({ signal }) =>
      fetchJson<FacetCounts>(`/api/codes/facets?${filterParams(others)}&facet=${facet}`, signal),
  });
}
