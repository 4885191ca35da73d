'use client';

import { ClipboardPaste, FileSpreadsheet, ListOrdered } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { BatchSummary } from '@/lib/batches/report/run-types';
import { doneOf, goalOf, shareDone } from '../figures';
import { FiguresBar } from '../figures-bar';
import { StateBadge } from '../state-badge';

const ICONS = { file: FileSpreadsheet, paste: ClipboardPaste, sequence: ListOrdered };

export type BatchCardProps = { batch: BatchSummary; canWrite: boolean };

/** The whole card leads to the batch. */
export function BatchCard({ batch, canWrite }: BatchCardProps) {
  const t = useTranslations('batches');
  const { id, name, source, state, counts, miniProgram, createdBy, createdAt } = batch;
  const Icon = ICONS[source];
  return (
    <article className="group relative grid gap-x-6 gap-y-3 rounded-xl border border-border bg-surface px-4 py-4 shadow-xs transition-[border-color,box-shadow] hover:border-input hover:shadow-md has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-ring sm:px-5 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)] md:items-center">
      <div className="flex min-w-0 gap-3.5">
        <span
          title={t(`source.${source}`)}
          className="flex size-9 shrink-0 items-center justify-center rounded-md bg-muted text-muted-foreground"
        >
          <Icon aria-hidden className="size-4.5" />
        </span>
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h2 className="min-w-0 truncate leading-6 font-medium">
              <Link
                href={`/batches/${id}`}
                title={name}
                className="outline-none after:absolute after:inset-0 after:rounded-xl"
              >
                {name}
              </Link>
            </h2>
            <StateBadge state={state} failed={counts.failed} />
          </div>
          <p className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] leading-5 text-muted-foreground">
            <span className="truncate">{miniProgram.name}</span>
            {miniProgram.mode === 'SANDBOX' && <Badge tone="info">{t('sandbox')}</Badge>}
            <span className="basis-full sm:hidden" />
            <span className="flex flex-wrap gap-x-2">
              <span aria-hidden className="max-sm:hidden">
                ·
              </span>
              <span>{t('rows', { count: counts.total })}</span>
              <span aria-hidden>·</span>
              <span>{createdBy?.name ?? t('list.system')}</span>
              <span aria-hidden>·</span>
              <RelativeTime value={createdAt} className="whitespace-nowrap" />
            </span>
          </p>
        </div>
      </div>
      {state === 'DRAFT' ? (
        <p className="text-[0.8125rem] text-muted-foreground md:text-end">
          {canWrite ? t('list.draft') : t('list.draftViewer')}
        </p>
      ) : (
        <CardProgress batch={batch} />
      )}
    </article>
  );
}

function CardProgress({ batch: { counts } }: { batch: BatchSummary }) {
  const t = useTranslations('batches');
  const format = useFormatter();
  const [done, total] = [doneOf(counts), goalOf(counts)];
  return (
    <div className="flex flex-col gap-1.5">
      <FiguresBar counts={counts} aria-label={t('run.progress')} />
      <p className="flex justify-between gap-4 text-[0.8125rem] leading-5 text-muted-foreground tabular-nums">
        <span>
          {t('list.done', { done, total })}
          {counts.failed > 0 && (
            <span className="text-danger-text"> · {t('list.failed', { count: counts.failed })}</span>
          )}
        </span>
        <span>{format.number(shareDone(counts), { style: 'percent' })}</span>
      </p>
    </div>
  );
}
