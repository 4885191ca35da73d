'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { NumberInput } from '@/components/ui/form/number-input';
import type { AppFormValues } from './app-form-values';

export function NameField() {
  const t = useTranslations('apps.fields');
  const { register, formState } = useFormContext<AppFormValues>();
  return (
    <Field label={t('name')} required error={formState.errors.name?.message}>
      <Input {...register('name')} required />
    </Field>
  );
}

export function AppIdField() {
  const t = useTranslations('apps.fields');
  const { register, formState } = useFormContext<AppFormValues>();
  return (
    <Field label={t('appId')} hint={t('appIdHint')} required error={formState.errors.appId?.message}>
      <Input {...register('appId')} autoComplete="off" spellCheck={false} className="font-mono" required />
    </Field>
  );
}

/** @param stored whether there is an AppSecret already, which an empty field keeps */
export function AppSecretField({ stored }: { stored: boolean }) {
  const t = useTranslations('apps.fields');
  const { register, formState } = useFormContext<AppFormValues>();
  return (
    <Field
      label={t('appSecret')}
      hint={stored ? t('appSecretKeep') : t('appSecretHint')}
      required={!stored}
      error={formState.errors.appSecret?.message}
    >
      <Input
        {...register('appSecret')}
        type="password"
        autoComplete="new-password"
        spellCheck={false}
        required={!stored}
      />
    </Field>
  );
}

type NumberSetting = 'pathMaxBytes' | 'quotaBaseline' | 'quotaFloor' | 'ratePerMinute';

export function NumberSettingField({ name }: { name: NumberSetting }) {
  const t = useTranslations();
  const { field, fieldState } = useController<AppFormValues, typeof name>({ name });
  return (
    <Field
      label={t(`apps.fields.${name}`)}
      hint={t(`apps.fields.${name}Hint`)}
      error={fieldState.error?.message}
    >
      <NumberInput
        inputRef={field.ref}
        value={field.value}
        onValueChange={field.onChange}
        onBlur={field.onBlur}
        decreaseLabel={t('common.decrease')}
        increaseLabel={t('common.increase')}
      />
    </Field>
  );
}
