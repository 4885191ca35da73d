import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { BulkProgress } from './kinds';

const REFRESH_MS = 1_000;

export const bulkKeys = {
  running: ['bulks', 'running'] as const,
};

/** The actions at work, asked for again while there are any. */
export function runningBulksOptions() {
  return queryOptions({
    queryKey: bulkKeys.running,
    queryFn: ({ signal }) => fetchJson<BulkProgress[]>('/api/bulks', signal),
    refetchInterval: ({ state }) => (state.data && state.data.length > 0 ? REFRESH_MS : false),
  });
}
