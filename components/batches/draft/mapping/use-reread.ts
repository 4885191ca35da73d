'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useReach } from '@/components/data/use-reach';
import { toast } from '@/components/ui/overlay/toast';
import { rereadDraftAction } from '@/lib/batches/actions';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { ReadOptions } from '@/lib/batches/table/table';

export type Reread = { change: (options: ReadOptions) => void; pending: boolean };

/** Reads a draft's table again: as a person decided so far, and with what they decide now. */
export function useReread({ id, origin }: Pick<Draft, 'id' | 'origin'>): Reread {
  const reach = useReach();
  const router = useRouter();
  const [pending, start] = useTransition();
  const asked = origin.kind === 'sequence' ? {} : origin.asked;
  const change = (options: ReadOptions) =>
    start(async () => {
      const wanted = { ...asked, ...options };
      const { serverError: refused } = await reach(rereadDraftAction({ batchId: id, options: wanted }));
      // What is wrong with the reading says more than that something is.
      if (refused) return void toast.error(Object.values(refused.fields)[0] ?? refused.message);
      router.refresh();
    });
  return { change, pending };
}
