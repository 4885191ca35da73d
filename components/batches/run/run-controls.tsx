'use client';

import { CircleStop, Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { pauseBatchAction, resumeBatchAction } from '@/lib/batches/run-actions';
import type { BatchDetail, BatchProgress } from '@/lib/batches/report/run-types';
import { useBatchAction } from './use-batch-action';

const CancelDialog = lazy(() => import('./cancel-dialog').then((room) => ({ default: room.CancelDialog })));

export type RunControlsProps = { batch: BatchDetail; progress: BatchProgress };

/** While there is something left to do: hold it, go on with it, or give it up. */
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
  const [asking, setAsking] = useState(false);
  const { state, waiting, running } = progress;
  return (
    <>
      {(state === 'RUNNING' || state === 'PAUSED') && (
        <Button
          variant="ghost"
          className="text-danger-text max-sm:order-last"
          onClick={() => setAsking(true)}
        >
          <CircleStop aria-hidden />
          {t('cancel')}
        </Button>
      )}
      {state === 'RUNNING' && (
        <Button variant="secondary" pending={pause.isPending} onClick={() => pause.mutate()}>
          <Pause aria-hidden />
          {t('pause')}
        </Button>
      )}
      {state === 'PAUSED' && (
        <Button pending={resume.isPending} onClick={() => resume.mutate()}>
          <Play aria-hidden />
          {t('resume')}
        </Button>
      )}
      <OnceWanted when={asking}>
        <CancelDialog
          batch={{ id, name }}
          left={waiting + running}
          open={asking}
          onClose={() => setAsking(false)}
        />
      </OnceWanted>
    </>
  );
}
