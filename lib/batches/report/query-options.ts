import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import { listQuery, type ListParams } from '@/lib/lists/list-params';
import {
  BATCH_TABS,
  type BatchPage,
  type BatchProgress,
  type BatchRowFilter,
  type BatchRowPage,
  type BatchTab,
} from './run-types';
import { batchKeys } from './batch-keys';

const REFRESH_LIST_MS = 3_000;
const REFRESH_RUNNING_MS = 1_500;
/** Somebody else may resume it, or retry what failed. */
const REFRESH_RESTING_MS = 15_000;

/** The list's pages, newest first. While one of them runs it is asked for again. */
export function batchListOptions(params: ListParams<BatchTab>) {
  const query = listQuery(params, BATCH_TABS);
  return infiniteQueryOptions({
    queryKey: [...batchKeys.lists, params] as const,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams([...query, ['cursor', pageParam]]);
      return fetchJson<BatchPage>(`/api/batches?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((batch) => batch.state === 'RUNNING'))
        ? REFRESH_LIST_MS * state.data.pages.length
        : false,
  });
}

/** Progress, asked for again by itself while the batch runs. */
export function batchProgressOptions(batchId: string) {
  return queryOptions({
    queryKey: batchKeys.progress(batchId),
    queryFn: ({ signal }) => fetchJson<BatchProgress>(`/api/batches/${batchId}`, signal),
    refetchInterval: (query) =>
      query.state.data?.state === 'RUNNING' ? REFRESH_RUNNING_MS : REFRESH_RESTING_MS,
  });
}

function rowsUrl(batchId: string, { status, cause, q }: BatchRowFilter, after: number): string {
  const params = new URLSearchParams({ after: String(after) });
  if (status) params.set('status', status);
  if (cause) params.set('cause', cause);
  if (q) params.set('q', q);
  return `/api/batches/${batchId}/rows?${params}`;
}

/** Rows that say more than the progress above them wait for the progress that knows of them. */
async function meetProgress(client: QueryClient, batchId: string, { items }: BatchRowPage): Promise<void> {
  const queryKey = batchKeys.progress(batchId);
  const shown = client.getQueryData<BatchProgress>(queryKey);
  const isAhead = (['made', 'failed'] as const).some(
    (status) => shown && items.filter((row) => row.status === status).length > shown[status],
  );
  if (isAhead) await client.refetchQueries({ queryKey, exact: true });
}

/** The rows in the order of the table. */
export function batchRowsOptions(batchId: string, filter: BatchRowFilter) {
  return infiniteQueryOptions({
    queryKey: batchKeys.rows(batchId, filter),
    queryFn: async ({ pageParam, signal, client }) => {
      const page = await fetchJson<BatchRowPage>(rowsUrl(batchId, filter, pageParam), signal);
      await meetProgress(client, batchId, page);
      return page;
    },
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextAfter,
  });
}

/** Of the list of failed rows as CSV, which can be corrected and dropped in again. */
export function errorListUrl(batchId: string): string {
  return `/api/batches/${batchId}/errors`;
}
