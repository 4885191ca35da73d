'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { bulkKeys } from '@/lib/bulk/query-options';
import { codeKeys } from '@/lib/codes/find/query-options';

/** Asks again for whatever shows codes, and for what is at work. */
export function useRefresh() {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    router.refresh();
    await Promise.all([
      client.invalidateQueries({ queryKey: codeKeys.all }),
      client.invalidateQueries({ queryKey: bulkKeys.running }),
    ]);
  };
}
