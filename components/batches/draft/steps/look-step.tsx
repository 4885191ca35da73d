'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { EnvVersionField } from '@/components/codes/generate/fields/env-version-field';
import { LookFields } from '@/components/codes/generate/fields/fields';
import { CheckPathField } from '@/components/codes/generate/fields/page-field';
import { Section } from '@/components/codes/generate/fields/section';
import type { PlanValues } from '../plan-values';
import { RowLookFields } from '../row-look-fields';
import type { DraftStepProps } from './use-draft-step';

/** What all rows share: the settings of the single form, and columns for those that a row sets by itself. */
export function LookStep({ draft, check }: DraftStepProps) {
  const t = useTranslations('batches.draft.sections');
  const endpoint = useWatch<PlanValues, 'endpoint'>({ name: 'endpoint' });
  return (
    <Section title={t('look')} text={t('lookText')}>
      {endpoint === 'getwxacodeunlimit' && <CheckPathField />}
      {endpoint !== 'createwxaqrcode' && <EnvVersionField />}
      <LookFields />
      <RowLookFields draft={draft} problems={check.problems} />
    </Section>
  );
}
