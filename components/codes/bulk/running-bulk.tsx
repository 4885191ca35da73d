'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { outcomeOf } from '@/lib/actions/outcome';
import { stopBulkAction } from '@/lib/bulk/actions';
import type { BulkProgress } from '@/lib/bulk/kinds';
import { useBulkTexts } from './use-bulk-texts';
import { useRefresh } from './use-refresh';

/** Spoken so often while it is at work. */
const SPOKEN_PERCENT = 25;

export type RunningBulkProps = { bulk: BulkProgress; canStop: boolean };

export function RunningBulk({ bulk, canStop }: RunningBulkProps) {
  const t = useTranslations('bulk.running');
  const title = useBulkTexts().title(bulk);
  const { done, total } = bulk;
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  const spoken = Math.floor(percent / SPOKEN_PERCENT) * SPOKEN_PERCENT;
  const progress = t('progress', { done, total });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-border bg-surface-raised py-2 ps-4 pe-2 shadow-md">
      <p className="min-w-0 truncate font-medium">{title}</p>
      <Progress
        value={done}
        max={total}
        aria-label={title}
        valueText={progress}
        className="min-w-24 flex-1 max-sm:order-last max-sm:basis-full"
      />
      <p className="text-[0.8125rem] text-muted-foreground tabular-nums max-sm:ms-auto">
        {progress}
        <span className="max-md:hidden"> · {t('leave')}</span>
      </p>
      {canStop && <StopButton bulk={bulk} title={title} />}
      <p role="status" className="sr-only">
        {t('spoken', { action: title, percent: spoken })}
      </p>
    </div>
  );
}

function StopButton({ bulk, title }: { bulk: BulkProgress; title: string }) {
  const t = useTranslations('bulk.running');
  const refresh = useRefresh();
  const showError = useErrorToast();
  const [pending, start] = useTransition();
  const stop = () =>
    start(async () => {
      await outcomeOf(stopBulkAction({ bulkId: bulk.id })).catch(showError);
      await refresh();
    });
  return (
    <Button
      variant="ghost"
      size="sm"
      className="h-7 max-md:h-11"
      aria-label={t('stopLabel', { action: title })}
      pending={pending}
      onClick={stop}
    >
      {t('stop')}
    </Button>
  );
}
