import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { DeclaredPage } from './declaration';

/** Which parameters pages take; changed seldom, and by people who wait for it. */
export function declaredPagesOptions(miniProgramId: string) {
  return queryOptions({
    queryKey: ['apps', 'parameters', miniProgramId] as const,
    queryFn: ({ signal }) => fetchJson<DeclaredPage[]>(`/api/apps/${miniProgramId}/parameters`, signal),
    staleTime: 60_000,
  });
}
