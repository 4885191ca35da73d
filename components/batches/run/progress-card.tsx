import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { Card } from '@/components/ui/card';
import type { BatchDetail, BatchProgress } from '@/lib/batches/report/run-types';
import { doneOf, FIGURE_COLORS, goalOf, readyOf, shareDone, type FigureKey } from '../figures';
import { FiguresBar } from '../figures-bar';
import { useDurationText } from '../use-duration-text';

/** These always show; the others only when there are such rows. */
const ALWAYS: readonly FigureKey[] = ['made', 'reused', 'failed', 'waiting'];
const ORDER: readonly FigureKey[] = ['made', 'reused', 'failed', 'running', 'waiting', 'notMade', 'skipped'];

export type ProgressCardProps = { batch: BatchDetail; progress: BatchProgress };

export function ProgressCard({ batch, progress }: ProgressCardProps) {
  const t = useTranslations('batches.run');
  const format = useFormatter();
  // What is over is told by what came of it: “100 %” would be true of a batch that made nothing.
  const isOver = progress.state === 'FINISHED' || progress.state === 'CANCELLED';
  const [done, total] = [doneOf(progress), goalOf(progress)];
  return (
    <Card className="px-5 py-5 sm:px-6">
      <section aria-label={t('progress')} className="flex flex-col gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p className="flex items-baseline gap-3 tabular-nums">
            <span className="text-3xl leading-10 font-semibold">
              {isOver
                ? format.number(readyOf(progress))
                : format.number(shareDone(progress), { style: 'percent' })}
            </span>
            <span className="text-muted-foreground">
              {isOver ? t('readyText', { total }) : t('progressText', { done, total })}
            </span>
          </p>
          <Pace progress={progress} />
        </div>
        <FiguresBar counts={progress} aria-label={t('progress')} className="h-3" />
        <Legend progress={progress} />
        <Footnote batch={batch} progress={progress} />
      </section>
    </Card>
  );
}

/** How fast it goes and how long it takes yet. */
function Pace({
  progress: { state, ratePerMinute, secondsLeft, waitingUntil, standingSince },
}: {
  progress: BatchProgress;
}) {
  const t = useTranslations('batches.run');
  const duration = useDurationText();
  if (state !== 'RUNNING' || waitingUntil !== null || standingSince !== null) return null;
  if (ratePerMinute === null) return <p className="text-muted-foreground">{t('measuring')}</p>;
  return (
    <p className="flex flex-wrap gap-x-4 tabular-nums">
      <span className="text-muted-foreground">{t('rate', { rate: Math.round(ratePerMinute) })}</span>
      {secondsLeft !== null && (
        <span className="font-medium">{t('left', { duration: duration(secondsLeft) })}</span>
      )}
    </p>
  );
}

function Legend({ progress }: { progress: BatchProgress }) {
  const t = useTranslations('batches.run');
  const format = useFormatter();
  const shown = ORDER.filter((key) => ALWAYS.includes(key) || progress[key] > 0);
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-9">
      {shown.map((key) => (
        <div key={key} className="flex flex-col-reverse">
          <dt className="flex items-center gap-1.5 text-[0.8125rem] leading-5 text-muted-foreground">
            <span aria-hidden className={cn('size-2 rounded-full', FIGURE_COLORS[key])} />
            {t(`figures.${key}`)}
          </dt>
          <dd
            className={cn(
              'text-lg leading-7 font-semibold tabular-nums',
              progress[key] === 0 && 'font-normal text-muted-foreground',
              key === 'failed' && progress.failed > 0 && 'text-danger-text',
            )}
          >
            {format.number(progress[key])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Footnote({ batch, progress: { state } }: ProgressCardProps) {
  const t = useTranslations('batches.run');
  const format = useFormatter();
  const when = (value: string) =>
    format.dateTime(new Date(value), { dateStyle: 'medium', timeStyle: 'short' });
  const { startedAt, finishedAt, createdBy } = batch;
  return (
    <p className="border-t border-border pt-3 text-[0.8125rem] leading-5 text-muted-foreground">
      {startedAt && t('started', { name: createdBy?.name ?? t('system'), when: when(startedAt) })}
      {finishedAt && state === 'FINISHED' && <> · {t('finishedAt', { when: when(finishedAt) })}</>}
      {state === 'RUNNING' && <> · {t('leave')}</>}
    </p>
  );
}
