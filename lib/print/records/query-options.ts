import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { listQuery, type ListParams } from '@/lib/lists/list-params';
import { PRINT_TABS, type PrintPage, type PrintTab } from './record-types';

/** The list's pages, newest first. */
export function printListOptions(params: ListParams<PrintTab>) {
  const query = listQuery(params, PRINT_TABS);
  return infiniteQueryOptions({
    queryKey: ['prints', 'list', params] as const,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams([...query, ['cursor', pageParam]]);
      return fetchJson<PrintPage>(`/api/prints?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}
