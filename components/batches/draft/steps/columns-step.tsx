'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { EndpointField } from '@/components/codes/generate/fields/endpoint-field';
import { Section } from '@/components/codes/generate/fields/section';
import { SourceField } from '../mapping/source-field';
import { CONTENT_FIELDS, type PlanValues } from '../plan-values';
import { ENDPOINT_FIELDS, requiredField } from '@/lib/batches/plan/plan';
import type { DraftStepProps } from './use-draft-step';

/** Of which kind the codes are, and what each of their parameters takes from the table. */
export function ColumnsStep({ draft, check }: DraftStepProps) {
  const t = useTranslations('batches.draft.sections');
  const endpoint = useWatch<PlanValues, 'endpoint'>({ name: 'endpoint' });
  const content = ENDPOINT_FIELDS[endpoint].filter((field) => CONTENT_FIELDS.includes(field));
  return (
    <div className="flex flex-col gap-6">
      <Section title={t('type')} text={t('typeText')}>
        <EndpointField />
      </Section>
      <Section title={t('mapping')} text={t('mappingText')}>
        {content.map((field) => (
          <SourceField
            key={field}
            draft={draft}
            field={field}
            problem={check.problems[field]}
            required={field === requiredField(endpoint)}
          />
        ))}
      </Section>
    </div>
  );
}
