import { Undo2, WandSparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { PlanValues } from '@/components/batches/draft/plan-values';
import { useMakeLive } from '@/components/batches/draft/use-make-live';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { DryRun } from '@/lib/batches/check/dry-run-types';
import type { Draft } from '@/lib/batches/draft/draft-types';

export type LiveOfferProps = { draft: Draft; unfit: DryRun['unfit']; stale: boolean };

/** What does not fit into a scene becomes what a live code leads to; that these are live codes is said before they are made. */
export function LiveOffer({ draft, unfit, stale }: LiveOfferProps) {
  const t = useTranslations('batches.check');
  const makeLive = useMakeLive(draft);
  const isLive = useWatch<PlanValues, 'isLive'>({ name: 'isLive' });
  if (isLive)
    return (
      <Alert title={t('live.done')}>
        <Choice text={t('live.doneText')}>
          <Button size="sm" variant="ghost" disabled={stale} onClick={() => makeLive(false)}>
            <Undo2 aria-hidden />
            {t('live.undo')}
          </Button>
        </Choice>
      </Alert>
    );
  if (!unfit) return null;
  const { rows, firstLine: line } = unfit;
  return (
    <Alert tone="warning" title={t('live.title')}>
      <Choice text={t('live.text')} where={t('where', { rows, line })}>
        <Button size="sm" variant="secondary" disabled={stale} onClick={() => makeLive(true)}>
          <WandSparkles aria-hidden />
          {t('live.apply')}
        </Button>
      </Choice>
    </Alert>
  );
}

type ChoiceProps = { text: string; where?: string; children: ReactNode };

function Choice({ text, where, children }: ChoiceProps) {
  return (
    <div className="mt-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <span className="flex min-w-0 flex-[1_1_16rem] flex-col gap-0.5">
        <span className="text-pretty">{text}</span>
        {where && <span className="text-xs leading-5 text-muted-foreground">{where}</span>}
      </span>
      {children}
    </div>
  );
}
