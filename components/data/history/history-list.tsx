'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/states/query-error';
import { DateTime } from '@/components/ui/date-time';
import { Skeleton } from '@/components/ui/skeleton';
import { actionText, actorText } from '@/lib/audit/audit-text';
import type { AuditItem } from '@/lib/audit/audit-types';
import { historyOptions, type HistoryOf } from '@/lib/audit/query-options';
import { EventLines } from './event-lines';

/** The last events of one thing, newest first. */
export function HistoryList({ of }: { of: HistoryOf }) {
  const t = useTranslations('audit.history');
  const { data, isPending, isFetching, error, refetch } = useQuery(historyOptions(of));
  if (isPending) return <Skeleton className="mt-4 h-24" />;
  if (!data)
    return (
      <QueryError
        title={t('errorTitle')}
        error={error}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (data.length === 0) return <p className="mt-3 text-muted-foreground">{t('none')}</p>;
  return (
    <>
      <p className="mt-1 text-[0.8125rem] text-muted-foreground">{t('text')}</p>
      <ol className="mt-3 flex flex-col divide-y divide-border">
        {data.map((item) => (
          <Event key={item.id} item={item} />
        ))}
      </ol>
    </>
  );
}

function Event({ item }: { item: AuditItem }) {
  const t = useTranslations();
  return (
    <li className="flex flex-col gap-1.5 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <p className="min-w-0 wrap-anywhere">
          <span className="font-medium">{actorText(item.actor, t)}</span> {actionText(item.action, t)}
        </p>
        <p className="text-xs text-muted-foreground tabular-nums">
          <DateTime value={item.at} />
          {item.address && ` · ${item.address}`}
        </p>
      </div>
      <EventLines item={item} />
    </li>
  );
}
