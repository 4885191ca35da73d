import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { SavedViewItem } from './queries';

/** The views that this person may use; a page that has them already gives them as `initialData`. */
export function viewListOptions() {
  return queryOptions({
    queryKey: ['views'] as const,
    queryFn: ({ signal }) => fetchJson<SavedViewItem[]>('/api/views', signal),
  });
}
