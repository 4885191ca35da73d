'use client';

import { useQuery } from '@tanstack/react-query';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { CodeCount } from '@/lib/codes/find/count';
import { NO_FILTERS, type CodeFilters } from '@/lib/codes/find/filters';
import { codeCountOptions } from '@/lib/codes/find/query-options';

/** For a list that is empty: how many match in other Mini Programs. Undefined until counted, and where all are shown. */
export function useMatchesElsewhere(filters: CodeFilters, empty: boolean): CodeCount | undefined {
  const enabled = empty && filters.app !== ALL_APPS;
  return useQuery({ ...codeCountOptions({ ...filters, app: ALL_APPS }), enabled }).data;
}

const FAILED: CodeFilters = { ...NO_FILTERS, status: ['FAILED'] };
const FRESH_MS = 60_000;

/** How many codes of other Mini Programs have failed: what one of them is narrowed to must not hide. 0 until counted. */
export function useFailedElsewhere(app: string): number {
  const options = { enabled: app !== '' && app !== ALL_APPS, staleTime: FRESH_MS };
  const all = useQuery({ ...codeCountOptions({ ...FAILED, app: ALL_APPS }), ...options }).data;
  const own = useQuery({ ...codeCountOptions({ ...FAILED, app }), ...options }).data;
  return all && own ? Math.max(all.count - own.count, 0) : 0;
}
