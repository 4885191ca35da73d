'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { plannedFields } from '@/lib/batches/plan/plan';
import { CONTENT_FIELDS, type PlanValues } from './plan-values';
import { SourceField } from '@/components/batches/draft/mapping/source-field';
import type { DryRunState } from '@/components/batches/draft/check/use-dry-run';

export type RowLookFieldsProps = { draft: Draft; problems: DryRunState['problems'] };

/** Width, colour and the like from a column, in place of the common setting. Few tables have such columns. */
export function RowLookFields({ draft, problems }: RowLookFieldsProps) {
  const t = useTranslations('batches.mapping');
  const [endpoint, sources] = useWatch<PlanValues, ['endpoint', 'sources']>({
    name: ['endpoint', 'sources'],
  });
  const fields = plannedFields({ endpoint }).filter((field) => !CONTENT_FIELDS.includes(field));
  const used = fields.some((field) => sources[field].kind !== 'none');
  return (
    <details className="group border-t border-border pt-5" open={used || undefined}>
      <summary className="thumb-reach flex list-none items-center gap-2 rounded-md focus-ring [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-muted-foreground transition-transform group-open:rotate-90"
        />
        <span className="font-medium">{t('more')}</span>
        <span className="text-[0.8125rem] text-muted-foreground max-sm:hidden">{t('moreText')}</span>
      </summary>
      <div className="mt-5 flex flex-col gap-6">
        {fields.map((field) => (
          <SourceField
            key={field}
            draft={draft}
            field={field}
            problem={problems[field]}
            noneLabel={t('common')}
          />
        ))}
      </div>
    </details>
  );
}
