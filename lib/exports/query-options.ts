import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { ExportItem, ExportPage } from './export-types';

const REFRESH_RUNNING_MS = 3_000;
/** One that is not finished by then has most likely broken off. */
const RUNNING_FOR_MS = 600_000;

function mayBeRunning({ state, createdAt }: ExportItem): boolean {
  return state === 'unfinished' && Date.now() - new Date(createdAt).getTime() < RUNNING_FOR_MS;
}

/** The history's pages, newest first; of one Mini Program or ALL_APPS. While one may still be on its way they are asked for again. */
export function exportListOptions(app: string) {
  return infiniteQueryOptions({
    queryKey: ['exports', app],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<ExportPage>(`/api/exports?${new URLSearchParams({ app, cursor: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ items }) => items.some(mayBeRunning)) ? REFRESH_RUNNING_MS : false,
  });
}
