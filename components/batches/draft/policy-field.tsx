'use client';

import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import { POLICIES } from '@/lib/batches/plan/plan';
import type { PlanValues } from './plan-values';

/** What happens to rows that did not pass. */
export function PolicyField() {
  const t = useTranslations('batches.check');
  const { field } = useController<PlanValues, 'policy'>({ name: 'policy' });
  return (
    <Field group label={t('policy')} hint={t(`policyText.${field.value}`)}>
      <Segmented
        aria-label={t('policy')}
        value={field.value}
        onValueChange={field.onChange}
        items={POLICIES.map((value) => ({ value, label: t(`policies.${value}`) }))}
      />
    </Field>
  );
}
