'use client';

import { useTranslations } from 'next-intl';
import { AutoRefresh } from '@/components/data/auto-refresh';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ExportItem } from '@/lib/exports/export-types';
import { JobAction } from '../job/job-action';
import { JobStatus } from '../job/job-status';
import { useScopeTitle } from '../use-scope-text';

/** A few downloads, each ready to be fetched again. The page keeps up with them while one is being made. */
export function LatestExports({ items }: { items: readonly ExportItem[] }) {
  const t = useTranslations('exports');
  if (items.length === 0)
    return <Card className="py-10 text-center text-muted-foreground">{t('empty.title')}</Card>;
  return (
    <Card>
      <ul className="divide-y divide-border">
        {items.map((item) => (
          <LatestExport key={item.id} item={item} />
        ))}
      </ul>
      {items.some(({ state }) => state === 'running') && <AutoRefresh />}
    </Card>
  );
}

function LatestExport({ item }: { item: ExportItem }) {
  const title = useScopeTitle()(item.scope);
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline justify-between gap-3">
          <span title={title} className="truncate font-medium">
            {title}
          </span>
          <RelativeTime value={item.createdAt} className="shrink-0 text-[0.8125rem] text-muted-foreground" />
        </p>
        <JobStatus item={item} />
      </div>
      <JobAction item={item} title={title} compact />
    </li>
  );
}
