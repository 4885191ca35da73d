'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Badge } from '@/components/ui/badge';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { controlId, type FormApp, type GenerateFormValues } from '@/components/codes/generate/form-values';

export type AppFieldProps = {
  apps: readonly FormApp[];
  /** Sets it, and what follows from it in this form. */
  onChoose: (id: string) => void;
};

export function AppField({ apps, onChoose }: AppFieldProps) {
  const t = useTranslations('codes.generate.app');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'miniProgramId' });
  const sandbox = apps.find(({ id }) => id === field.value)?.mode === 'SANDBOX';
  const items = apps.map(({ id, name, appId, mode }) => ({
    value: id,
    label: name,
    description: (
      <span className="flex items-center gap-2">
        <span className="font-mono">{appId}</span>
        {mode === 'SANDBOX' && <Badge tone="info">{t('sandbox')}</Badge>}
      </span>
    ),
  }));
  const label = (
    <>
      {t('label')}
      {sandbox && (
        <Badge tone="info" className="ms-1 self-center">
          {t('sandbox')}
        </Badge>
      )}
    </>
  );
  return (
    <Field label={label} hint={sandbox && t('sandboxHint')} error={fieldState.error?.message}>
      <Select
        id={controlId('miniProgramId')}
        items={items}
        value={field.value}
        onValueChange={onChoose}
        onBlur={field.onBlur}
        inputRef={field.ref}
      />
    </Field>
  );
}
