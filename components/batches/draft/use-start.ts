'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { startBatchAction } from '@/lib/batches/actions';
import type { DryRunState } from '@/components/batches/draft/check/use-dry-run';

/** Starts the batch; the page then is that of its progress. */
export function useStart(batchId: string, check: DryRunState) {
  const reach = useReach();
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [starting, begin] = useTransition();
  const { dryRun } = check;
  const start = () =>
    begin(async () => {
      if (!dryRun) return;
      setError(null);
      // What was shown is what is started: if it has grown meanwhile, the server asks to look again.
      const seen = { newRows: dryRun.counts.new, needed: dryRun.cost.needed };
      const { serverError } = await reach(startBatchAction({ batchId, seen }));
      if (serverError) {
        setError(serverError.message);
        return serverError.code === 'UNREACHED' ? undefined : check.retry();
      }
      // The same address shows another page then: the button was at the end of the draft, the progress stands at the top.
      window.scrollTo({ top: 0, behavior: 'instant' });
      router.refresh();
    });
  return { start, starting, error };
}
