'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { pauseBatchAction, resumeBatchAction } from '@/lib/batches/run-actions';
import type { BatchDetail, BatchProgress } from '@/lib/batches/report/run-types';
import { useBatchAction } from './use-batch-action';

export type RunControlsProps = { batch: BatchDetail; progress: BatchProgress };

/** While there is something left to do: hold it, or go on with it. */
export function RunControls({ batch: { id, name }, progress }: RunControlsProps) {
  const t = useTranslations('batches.run');
  const batchId = id;
  const pause = useBatchAction({
    batchId,
    run: () => pauseBatchAction({ batchId }),
    said: () => t('paused', { name }),
  });
  const resume = useBatchAction({
    batchId,
    run: () => resumeBatchAction({ batchId }),
    said: () => t('resumed', { name }),
  });
  const { state } = progress;
  return (
    <>
      {state === 'RUNNING' && (
        <Button variant="secondary" pending={pause.isPending} onClick={() => pause.mutate()}>
          <Pause aria-hidden />
          {t('pause')}
        </Button>
      )}
      {state === 'PAUSED' && (
        <Button className="max-sm:order-first" pending={resume.isPending} onClick={() => resume.mutate()}>
          <Play aria-hidden />
          {t('resume')}
        </Button>
      )}
    </>
  );
}
