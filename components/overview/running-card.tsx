'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { RelativeTime } from '@/components/ui/relative-time';
import { runningOptions } from '@/lib/overview/query-options';
import type { Running, RunningBatch, RunningExport } from '@/lib/overview/running';

/** Batches and exports that are under way, asked for again every two seconds. */
export function RunningCard({ running }: { running: Running }) {
  const t = useTranslations('overview.running');
  const { data } = useQuery({ ...runningOptions(), initialData: running });
  const { batches, exports } = data;
  if (batches.length + exports.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody className="pt-2 pb-2">
        <ul className="divide-y divide-border">
          {batches.map((batch) => (
            <BatchRow key={batch.id} batch={batch} />
          ))}
          {exports.map((item) => (
            <ExportRow key={item.id} item={item} />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

const row = 'grid items-center gap-x-6 gap-y-2 py-3.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,18rem)]';
const link = 'truncate rounded-sm font-medium underline-offset-4 focus-ring hover:underline';
const aside = 'text-[0.8125rem] leading-5 text-muted-foreground';

function BatchRow({ batch: { id, name, app, counts } }: { batch: RunningBatch }) {
  const t = useTranslations('overview.running');
  const total = counts.total - counts.skipped;
  const done = counts.made + counts.reused + counts.failed;
  return (
    <li className={row}>
      <div className="flex min-w-0 flex-col">
        <Link href={`/batches/${id}`} className={link}>
          {name}
        </Link>
        <span className={`truncate ${aside}`}>{app}</span>
      </div>
      <div className="flex flex-col gap-1.5">
        <Progress
          aria-label={name}
          value={done}
          max={Math.max(total, 1)}
          valueText={t('done', { done, total })}
          tone="success"
        />
        <p className={`flex justify-between gap-4 ${aside}`}>
          <span>{t('done', { done, total })}</span>
          {counts.failed > 0 && (
            <span className="text-danger-text">{t('failed', { count: counts.failed })}</span>
          )}
        </p>
      </div>
    </li>
  );
}

function ExportRow({ item: { format, createdBy, createdAt } }: { item: RunningExport }) {
  const t = useTranslations('overview.running');
  return (
    <li className={row}>
      <div className="flex min-w-0 flex-col">
        <Link href="/exports" className={link}>
          {t('export', { format: format.toUpperCase() })}
        </Link>
        <span className={`flex gap-1.5 ${aside}`}>
          {createdBy && <span className="truncate">{createdBy} ·</span>}
          <RelativeTime value={createdAt} />
        </span>
      </div>
      <Progress aria-label={t('export', { format: format.toUpperCase() })} value={null} />
    </li>
  );
}
