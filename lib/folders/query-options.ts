import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { FolderItem } from './queries';

/** Every folder of the team; a page that has them already gives them as `initialData`. */
export function folderListOptions() {
  return queryOptions({
    queryKey: ['folders'] as const,
    queryFn: ({ signal }) => fetchJson<FolderItem[]>('/api/folders', signal),
  });
}
