import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { Running } from './running';

const REFRESH_RUNNING_MS = 2_000;

/** What is under way, asked for again by itself as long as something is. */
export function runningOptions() {
  return queryOptions({
    queryKey: ['overview', 'running'],
    queryFn: ({ signal }) => fetchJson<Running>('/api/running', signal),
    refetchInterval: ({ state }) =>
      state.data && state.data.batches.length + state.data.exports.length > 0 ? REFRESH_RUNNING_MS : false,
  });
}
