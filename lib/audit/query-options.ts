import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { AuditItem, AuditPage } from './audit-types';
import { auditQuery, type AuditFilters } from './filters';

/** The list's pages, newest first. */
export function auditListOptions(filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: ['audit', 'list', filters] as const,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams([...auditQuery(filters), ['cursor', pageParam]]);
      return fetchJson<AuditPage>(`/api/audit?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Things whose pages show what happened to them. */
export type HistoryOf = { kind: 'apps' | 'batches' | 'codes'; id: string };

/** The last events of one thing; asked for when somebody wants to see them, and each time anew. */
export function historyOptions({ kind, id }: HistoryOf) {
  return queryOptions({
    queryKey: ['audit', 'history', kind, id] as const,
    queryFn: ({ signal }) => fetchJson<AuditItem[]>(`/api/${kind}/${id}/history`, signal),
    staleTime: 0,
  });
}
