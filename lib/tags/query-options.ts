import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { TagItem } from './queries';

/** Every tag of the team; a page that has them already gives them as `initialData`. */
export function tagListOptions() {
  return queryOptions({
    queryKey: ['tags'] as const,
    queryFn: ({ signal }) => fetchJson<TagItem[]>('/api/tags', signal),
  });
}
