import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { AutoRefresh } from '@/components/data/auto-refresh';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { BatchSummary } from '@/lib/batches/report/run-types';
import { doneOf, goalOf, shareDone } from '../figures';
import { FiguresBar } from '../figures-bar';
import { StateBadge } from '../state-badge';

/** What is at work or waits for somebody. The page keeps up with it while one runs. */
export function ActiveBatches({ batches }: { batches: readonly BatchSummary[] }) {
  const t = useTranslations('batches.list');
  if (batches.length === 0)
    return <Card className="py-10 text-center text-muted-foreground">{t('nothingActive')}</Card>;
  return (
    <Card>
      <ul className="divide-y divide-border">
        {batches.map((batch) => (
          <li key={batch.id}>
            <ActiveBatch batch={batch} />
          </li>
        ))}
      </ul>
      {batches.some(({ state }) => state === 'RUNNING') && <AutoRefresh />}
    </Card>
  );
}

function ActiveBatch({ batch }: { batch: BatchSummary }) {
  const t = useTranslations('batches.list');
  const format = useFormatter();
  const { id, name, state, counts, miniProgram, createdAt } = batch;
  const [done, total] = [doneOf(counts), goalOf(counts)];
  return (
    <Link
      href={`/batches/${id}`}
      className="flex flex-col gap-1.5 px-4 py-3 focus-ring-inset transition-colors hover:bg-muted/60"
    >
      <span className="flex items-center gap-2.5">
        <span title={name} className="min-w-0 flex-1 truncate font-medium">
          {name}
        </span>
        <StateBadge state={state} counts={counts} />
      </span>
      <span className="flex justify-between gap-3 text-[0.8125rem] text-muted-foreground">
        <span title={miniProgram.name} className="min-w-0 truncate">
          {miniProgram.name}
        </span>
        <RelativeTime value={createdAt} className="shrink-0" />
      </span>
      {state !== 'DRAFT' && (
        <>
          <FiguresBar counts={counts} aria-label={name} />
          <span className="flex justify-between gap-3 text-[0.8125rem] text-muted-foreground tabular-nums">
            <span>{t('done', { done, total })}</span>
            <span>{format.number(shareDone(counts), { style: 'percent' })}</span>
          </span>
        </>
      )}
    </Link>
  );
}
