import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { listQuery, type ListParams } from '@/lib/lists/list-params';
import { EXPORT_TABS, type ExportItem, type ExportPage, type ExportTab } from './export-types';

const REFRESH_LIST_MS = 2_000;
const REFRESH_ONE_MS = 500;

export const exportKeys = {
  lists: ['exports', 'list'] as const,
  one: (exportId: string) => ['exports', exportId] as const,
};

const isRunning = ({ state }: ExportItem) => state === 'running';

/** The list's pages, newest first. While one is being made they are asked for again. */
export function exportListOptions(params: ListParams<ExportTab>) {
  const query = listQuery(params, EXPORT_TABS);
  return infiniteQueryOptions({
    queryKey: [...exportKeys.lists, params] as const,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams([...query, ['cursor', pageParam]]);
      return fetchJson<ExportPage>(`/api/exports?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(isRunning)) ? REFRESH_LIST_MS * data.pages.length : false,
  });
}

/** One of them, asked for again until it is made. */
export function exportOptions(exportId: string) {
  return queryOptions({
    queryKey: exportKeys.one(exportId),
    queryFn: ({ signal }) => fetchJson<ExportItem>(`/api/exports/${exportId}`, signal),
    refetchInterval: ({ state: { data } }) => (data && !isRunning(data) ? false : REFRESH_ONE_MS),
  });
}

export function exportFileUrl(exportId: string): string {
  return `/api/exports/${exportId}/file`;
}
