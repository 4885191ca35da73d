'use client';

import { useTranslations } from 'next-intl';
import { Fragment, useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { cn } from '@/components/ui/cn';
import { TABLE_MAX_ROWS } from '@/lib/batches/limits';
import { sampleOf, type CreateValues } from './create-values';

/** The first three values and the last one, while the numbers are being set. */
export function SequenceSample() {
  const t = useTranslations('batches.sequence');
  const series = useDeferredValue(useWatch<CreateValues, 'series'>({ name: 'series' }));
  const sample = sampleOf(series);
  return (
    <div aria-live="polite" className="rounded-lg bg-muted px-4 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-[0.8125rem] text-muted-foreground">{t('sample')}</span>
        {sample && (
          <span
            className={cn(
              'text-[0.8125rem] font-medium',
              sample.total > TABLE_MAX_ROWS && 'text-danger-text',
            )}
          >
            {sample.total > TABLE_MAX_ROWS
              ? t('sampleOver', { count: sample.total, max: TABLE_MAX_ROWS })
              : t('sampleCount', { count: sample.total })}
          </span>
        )}
      </p>
      {sample ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 font-mono text-[0.8125rem] leading-6 wrap-anywhere">
          {sample.values.map((value, index) => (
            <Fragment key={value}>
              {index === 3 && sample.total > 4 && <span aria-hidden>…</span>}
              <span className="rounded-xs bg-surface px-1.5 ring-1 ring-border">{value}</span>
            </Fragment>
          ))}
        </p>
      ) : (
        <p className="mt-1 text-[0.8125rem] text-muted-foreground">{t('sampleEmpty')}</p>
      )}
    </div>
  );
}
