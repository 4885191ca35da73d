'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Textarea } from '@/components/ui/form/textarea';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { NameField } from './name-field';
import { Section } from './section';

export function LabelFields() {
  const t = useTranslations('codes.generate.labels');
  const common = useTranslations('common');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'note' });
  return (
    <Section title={t('title')} text={t('text')}>
      <NameField hint={t('nameHint')} />
      <Field
        controlId={controlId('note')}
        label={t('note')}
        optionalLabel={common('optional')}
        error={fieldState.error?.message}
      >
        <Textarea {...field} rows={2} placeholder={t('notePlaceholder')} />
      </Field>
    </Section>
  );
}
