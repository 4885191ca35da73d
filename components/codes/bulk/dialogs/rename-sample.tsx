'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { outcomeOf } from '@/lib/actions/outcome';
import { sampleNamesAction } from '@/lib/bulk/actions';
import type { BulkScope } from '@/lib/bulk/kinds';
import { renderNamePattern, type NamePattern } from '@/lib/bulk/name-pattern';

export type RenameSampleProps = {
  scope: BulkScope;
  count: number;
  /** Null while it cannot be read. */
  pattern: NamePattern | null;
  start: number;
};

/** The first names as they would become, in the order of the action. */
export function RenameSample({ scope, count, pattern, start }: RenameSampleProps) {
  const t = useTranslations('bulk.rename');
  const { data: first = [] } = useQuery({
    queryKey: ['bulks', 'sample', scope],
    queryFn: () => outcomeOf(sampleNamesAction({ scope })).then((samples) => samples ?? []),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (!pattern || first.length === 0) return null;
  const rest = count - first.length;
  return (
    <section
      aria-label={t('sample')}
      className="rounded-lg bg-muted px-3.5 py-2.5 text-[0.8125rem] leading-6"
    >
      <h3 className="text-xs text-muted-foreground">{t('sample')}</h3>
      <ul>
        {first.map((values, index) => {
          const { name, fits } = renderNamePattern(pattern, { ...values, seq: start + index });
          return (
            <li key={index} className="flex min-w-0 items-center gap-2">
              <span className="min-w-0 flex-1 truncate text-muted-foreground">{values.name}</span>
              <ArrowRight aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
              {fits ? (
                <span className="min-w-0 flex-1 truncate font-medium" title={name}>
                  {name}
                </span>
              ) : (
                <span className="min-w-0 flex-1 truncate text-warning-text">{t('unfit')}</span>
              )}
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p className="text-xs text-muted-foreground">{t('rest', { count: rest })}</p>}
    </section>
  );
}
