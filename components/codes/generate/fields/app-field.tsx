'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { SandboxBadge, useIsOddSandbox } from '@/components/layout/scope/sandbox-badge';
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
  const mode = apps.find(({ id }) => id === field.value)?.mode;
  const oddSandbox = useIsOddSandbox(mode);
  const items = apps.map(({ id, name }) => ({ value: id, label: name }));
  const label = (
    <>
      {t('label')}
      <SandboxBadge mode={mode} />
    </>
  );
  return (
    <Field
      controlId={controlId('miniProgramId')}
      label={label}
      hint={oddSandbox && t('sandboxHint')}
      error={fieldState.error?.message}
    >
      <Select
        items={items}
        value={field.value}
        onValueChange={onChoose}
        onBlur={field.onBlur}
        inputRef={field.ref}
      />
    </Field>
  );
}
