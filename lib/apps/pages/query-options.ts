import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { KnownPages } from './known-pages';

/** Asked for when a page is typed; a new app.json comes with a new version of the Mini Program, seldom. */
export function knownPagesOptions(miniProgramId: string) {
  return queryOptions({
    queryKey: ['apps', 'pages', miniProgramId] as const,
    queryFn: ({ signal }) => fetchJson<KnownPages | null>(`/api/apps/${miniProgramId}/pages`, signal),
    staleTime: 60_000,
  });
}
