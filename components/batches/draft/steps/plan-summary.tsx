'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { sharpCentimetres } from '@/lib/wechat/rules/print-sizes';
import { isLivePlan, plannedFields, type RowField } from '@/lib/batches/plan/plan';
import type { PlanValues, SourceValues } from '../plan-values';
import type { DraftStep, DraftSteps } from './use-draft-step';

/** How the table was understood, a line for each step that changes it. */
export function PlanSummary({ draft, go }: { draft: Draft; go: DraftSteps['go'] }) {
  const t = useTranslations();
  const [endpoint, isLive, sources, width] = useWatch<PlanValues, ['endpoint', 'isLive', 'sources', 'width']>(
    {
      name: ['endpoint', 'isLive', 'sources', 'width'],
    },
  );
  const { rowCount: rows, columns } = draft;
  return (
    <Card className="px-5 py-2 sm:px-6">
      <DescriptionList>
        <SummaryRow step="data" go={go}>
          {t('batches.draft.size', { rows, columns: columns.length })}
        </SummaryRow>
        <SummaryRow step="columns" go={go}>
          <span className="block">
            {t(`codes.endpoints.${endpoint}.name`)}
            {isLivePlan({ endpoint, isLive }) && ` · ${t('batches.draft.steps.live')}`}
          </span>
          {plannedFields({ endpoint, isLive }).map((field) => (
            <SourceLine key={field} {...{ draft, field }} source={sources[field]} />
          ))}
        </SummaryRow>
        <SummaryRow step="look" go={go}>
          {width === null ? '—' : t('batches.draft.steps.width', { width, cm: sharpCentimetres(width) })}
        </SummaryRow>
      </DescriptionList>
    </Card>
  );
}

type SummaryRowProps = { step: DraftStep; go: DraftSteps['go']; children: ReactNode };

function SummaryRow({ step, go, children }: SummaryRowProps) {
  const t = useTranslations('batches.draft.steps');
  const name = t(step);
  const change = (
    <Button
      type="button"
      variant="link"
      size="sm"
      className="max-md:min-h-11 max-md:min-w-11"
      aria-label={t('changeStep', { step: name })}
      onClick={() => go(step)}
    >
      {t('change')}
    </Button>
  );
  return (
    <DescriptionRow label={name} action={change}>
      {children}
    </DescriptionRow>
  );
}

type SourceLineProps = { draft: Draft; field: RowField; source: SourceValues };

function SourceLine({ draft, field, source: { kind, column, text } }: SourceLineProps) {
  const t = useTranslations('batches');
  // A table seldom has it, and all codes of a batch would open the wrong place.
  if (kind === 'none')
    return field === 'page' ? (
      <span className="block text-[0.8125rem] leading-5 text-warning-text">{t('draft.steps.homePage')}</span>
    ) : null;
  const from = kind === 'column' ? (draft.columns[column]?.name ?? '') : text;
  return (
    <span className="block text-[0.8125rem] leading-5 text-muted-foreground">
      {t('draft.steps.source', { field: t(`mapping.fields.${field}`), from })}
    </span>
  );
}
