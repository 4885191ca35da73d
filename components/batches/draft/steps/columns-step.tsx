'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { EndpointField } from '@/components/codes/generate/fields/endpoint-field';
import { Section } from '@/components/codes/generate/fields/section';
import { Switch } from '@/components/ui/form/switch';
import { isLivePlan, plannedFields, targetField } from '@/lib/batches/plan/plan';
import { SourceField } from '../mapping/source-field';
import { CONTENT_FIELDS, type PlanValues } from '../plan-values';
import { useMakeLive } from '../use-make-live';
import type { DraftStepProps } from './use-draft-step';

/** Of which kind the codes are, and what each of their parameters takes from the table. */
export function ColumnsStep({ draft, check }: DraftStepProps) {
  const t = useTranslations('batches.draft.sections');
  const live = useTranslations('batches.mapping.live');
  const [endpoint, isLive] = useWatch<PlanValues, ['endpoint', 'isLive']>({ name: ['endpoint', 'isLive'] });
  const makeLive = useMakeLive(draft);
  const kind = { endpoint, isLive };
  const content = plannedFields(kind).filter((field) => CONTENT_FIELDS.includes(field));
  return (
    <div className="flex flex-col gap-6">
      <Section title={t('type')} text={t('typeText')}>
        <EndpointField />
        {endpoint === 'getwxacodeunlimit' && (
          <Switch
            label={live('label')}
            description={live('hint')}
            checked={isLive}
            onCheckedChange={makeLive}
          />
        )}
      </Section>
      <Section title={t('mapping')} text={t('mappingText')}>
        {content.map((field) => (
          <SourceField
            key={field}
            draft={draft}
            field={field}
            problem={check.problems[field]}
            required={field === targetField(kind) && !isLivePlan(kind)}
          />
        ))}
      </Section>
    </div>
  );
}
