'use client';

import { useQuery } from '@tanstack/react-query';
import type { KnownPages } from '@/lib/apps/pages/known-pages';
import { knownPagesOptions } from '@/lib/apps/pages/query-options';

/** What the newest app.json of a Mini Program says; null until it is read, and where nobody has given one. */
export function useKnownPages(miniProgramId: string): KnownPages | null {
  const { data } = useQuery({ ...knownPagesOptions(miniProgramId), enabled: miniProgramId !== '' });
  return data ?? null;
}
