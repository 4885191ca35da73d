'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { startBatchAction } from '@/lib/batches/actions';
import type { DryRunState } from '@/components/batches/draft/check/use-dry-run';

/** Starts the batch; the page then is that of its progress. */
export function useStart(batchId: string, check: DryRunState) {
  const t = useTranslations('common.error');
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
      const result = await startBatchAction({ batchId, seen }).catch(() => null);
      if (!result) return setError(t('network'));
      if (result.serverError) {
        setError(result.serverError.message);
        return check.retry();
      }
      // The same address shows another page then: the button was at the end of the draft, the progress stands at the top.
      window.scrollTo({ top: 0, behavior: 'instant' });
      router.refresh();
    });
  return { start, starting, error };
}
