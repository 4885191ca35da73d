'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { QueryError } from '@/components/data/states/query-error';
import { Spinner } from '@/components/ui/spinner';
import type { ExportItem } from '@/lib/exports/export-types';
import { exportOptions } from '@/lib/exports/query-options';
import { JobAction } from './job-action';
import { JobStatus } from './job-status';

/**
 * An export that was just asked for: how far it is, and its file as soon as there is one. `isFormer`: something else is chosen
 * by now.
 */
export function JobLine({ exportId, isFormer = false }: { exportId: string; isFormer?: boolean }) {
  const t = useTranslations('exports.job');
  const { data: item, error, isError, isFetching, refetch } = useQuery(exportOptions(exportId));
  if (!item && isError)
    return (
      <QueryError title={t('unknown')} error={error} onRetry={() => void refetch()} retrying={isFetching} />
    );
  if (!item) return <Spinner />;
  return <Line item={item} isFormer={isFormer} />;
}

const ICONS = {
  running: <Spinner className="text-accent-text" />,
  finished: <CircleCheck aria-hidden className="size-4.5 text-success-text" />,
  failed: <CircleAlert aria-hidden className="size-4.5 text-danger-text" />,
  lost: <CircleAlert aria-hidden className="size-4.5 text-danger-text" />,
};

function Line({ item, isFormer }: { item: ExportItem; isFormer: boolean }) {
  const t = useTranslations('exports.job');
  const form = useRef<HTMLFormElement>(null);
  const begun = useRef(false);
  const { state, fileName } = item;
  // Whoever waited for it wants the file: the browser begins by itself, once.
  useEffect(() => {
    if (state !== 'finished' || begun.current) return;
    begun.current = true;
    form.current?.requestSubmit();
  }, [state]);
  return (
    <section
      aria-label={t('label')}
      className="flex items-center gap-3 rounded-lg border border-border bg-background/60 px-3 py-2.5 thumb:bg-surface"
    >
      <span className="shrink-0">{ICONS[state]}</span>
      <div className="min-w-0 flex-1">
        <p title={fileName} className="truncate text-[0.8125rem] leading-5 font-medium">
          {t(`state.${state}`)}
        </p>
        <JobStatus item={item} />
        {isFormer && <p className="mt-0.5 text-xs leading-4 text-warning-text">{t('former')}</p>}
        {state === 'running' && (
          <p className="mt-0.5 text-xs leading-4 text-muted-foreground thumb:hidden">{t('leave')}</p>
        )}
      </div>
      <JobAction item={item} title={fileName} variant={isFormer ? 'secondary' : 'primary'} formRef={form} />
      <p role="status" className="sr-only">
        {t(`state.${state}`)}
      </p>
    </section>
  );
}
