'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { NumberInput } from '@/components/ui/form/number-input';
import { Select } from '@/components/ui/form/select';
import { PRINT_CM, PURPOSE_NAME_MAX_CHARS, PURPOSE_SUMMARY_MAX_CHARS } from '@/lib/purposes/purpose';
import { Section } from '@/components/codes/generate/fields/section';
import type { PurposeFormValues } from './purpose-form-values';

const ENDPOINTS = ['getwxacodeunlimit', 'getwxacode', 'createwxaqrcode'] as const;

export function BasicFields() {
  const t = useTranslations();
  const { control } = useFormContext<PurposeFormValues>();
  const { field: name, fieldState: nameState } = useController({ control, name: 'definition.name' });
  const { field: summary, fieldState: summaryState } = useController({ control, name: 'definition.summary' });
  return (
    <Section title={t('purposes.settings.basics')}>
      <Field label={t('purposes.settings.name')} required error={nameState.error?.message}>
        <Input {...name} required maxLength={PURPOSE_NAME_MAX_CHARS} autoComplete="off" />
      </Field>
      <Field
        label={t('purposes.settings.summary')}
        optionalLabel={t('common.optional')}
        error={summaryState.error?.message}
      >
        <Input
          {...summary}
          maxLength={PURPOSE_SUMMARY_MAX_CHARS}
          placeholder={t('purposes.settings.summaryPlaceholder')}
          autoComplete="off"
        />
      </Field>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <KindField />
        <SizeField />
      </div>
    </Section>
  );
}

function KindField() {
  const t = useTranslations();
  const { control } = useFormContext<PurposeFormValues>();
  const { field } = useController({ control, name: 'definition.endpoint' });
  return (
    <Field label={t('purposes.settings.endpoint')} hint={t(`purposes.why.${field.value}`)}>
      <Select
        items={ENDPOINTS.map((value) => ({ value, label: t(`codes.endpoints.${value}.name`) }))}
        value={field.value}
        onValueChange={field.onChange}
        inputRef={field.ref}
      />
    </Field>
  );
}

function SizeField() {
  const t = useTranslations();
  const { control } = useFormContext<PurposeFormValues>();
  const { field, fieldState } = useController({ control, name: 'definition.printCm' });
  return (
    <Field label={t('purposes.settings.printCm')} error={fieldState.error?.message}>
      <NumberInput
        inputRef={field.ref}
        value={field.value}
        onValueChange={field.onChange}
        onBlur={field.onBlur}
        {...PRINT_CM}
        unit={t('purposes.form.cm')}
        decreaseLabel={t('common.decrease')}
        increaseLabel={t('common.increase')}
      />
    </Field>
  );
}
