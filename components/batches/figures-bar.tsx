import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { BatchCounts } from '@/lib/batches/report/run-types';
import { doneOf, FIGURE_COLORS, goalOf } from './figures';

const SEGMENTS = ['made', 'reused', 'failed', 'running'] as const;

export type FiguresBarProps = {
  counts: BatchCounts;
  'aria-label': string;
  className?: string | undefined;
};

/** One bar for the whole batch, a colour for each fate of a row. Only rows that are done fill it; those under way are a tint behind them. */
export function FiguresBar({ counts, className, 'aria-label': label }: FiguresBarProps) {
  const t = useTranslations('batches.list');
  const goal = goalOf(counts);
  const done = doneOf(counts);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={goal}
      aria-valuenow={done}
      aria-valuetext={t('done', { done, total: goal })}
      className={cn('flex h-2 w-full overflow-hidden rounded-full bg-muted-strong', className)}
    >
      {SEGMENTS.map((key) => (
        <span
          key={key}
          className={cn('h-full transition-[width] duration-500', FIGURE_COLORS[key])}
          // A single failure among fifty thousand is still to be seen.
          style={{
            width: `${(counts[key] / Math.max(goal, 1)) * 100}%`,
            minWidth: key === 'failed' && counts.failed > 0 ? 3 : 0,
          }}
        />
      ))}
    </div>
  );
}
