import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { ExportPage } from './export-types';

/** The history's pages, newest first. */
export function exportListOptions() {
  return infiniteQueryOptions({
    queryKey: ['exports'],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<ExportPage>(`/api/exports?${new URLSearchParams({ cursor: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}
