'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { toast } from '@/components/ui/overlay/toast';
import { rereadDraftAction } from '@/lib/batches/actions';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { isRead, type ReadOptions } from '@/lib/batches/table/table';

export type Reread = {
  change: (options: ReadOptions) => void;
  pending: boolean;
  /** What would be lost with the next reading, while the person is asked about it. */
  question: Draft['edits'] | null;
  answer: (isAgreed: boolean) => void;
};

/** Reads a draft's table again: as a person decided so far, and with what they decide now. */
export function useReread({ id, origin, edits }: Pick<Draft, 'id' | 'origin' | 'edits'>): Reread {
  const reach = useReach();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [wanted, setWanted] = useState<ReadOptions | null>(null);
  const asked = isRead(origin) ? origin.asked : {};
  const read = (options: ReadOptions, dropEdits: boolean) =>
    start(async () => {
      const { serverError: refused } = await reach(rereadDraftAction({ batchId: id, options, dropEdits }));
      // What is wrong with the reading says more than that something is.
      if (refused) return void toast.error(Object.values(refused.fields)[0] ?? refused.message);
      router.refresh();
    });
  const change = (options: ReadOptions) => {
    const next = { ...asked, ...options };
    if (edits.cells + edits.removed > 0) setWanted(next);
    else read(next, false);
  };
  const answer = (isAgreed: boolean) => {
    if (wanted && isAgreed) read(wanted, true);
    setWanted(null);
  };
  return { change, pending, question: wanted && edits, answer };
}
