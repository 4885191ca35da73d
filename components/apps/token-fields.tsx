'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { RadioCardGroup } from '@/components/ui/form/radio-card';
import { TOKEN_MODES } from '@/lib/apps/choices';
import type { AppFormValues } from './app-form-values';

export function TokenModeField() {
  const t = useTranslations('apps');
  const { field } = useController<AppFormValues, 'tokenMode'>({ name: 'tokenMode' });
  const items = TOKEN_MODES.map((mode) => ({
    value: mode,
    title: t(`tokenMode.${mode}`),
    description: t(`tokenMode.${mode}Hint`),
  }));
  return (
    <Field label={t('fields.tokenMode')} group>
      <RadioCardGroup items={items} value={field.value} onValueChange={field.onChange} />
    </Field>
  );
}

/** @param storedHeader the header whose value is stored, which an empty field keeps */
export function TokenServerFields({ storedHeader }: { storedHeader: string | null }) {
  const t = useTranslations('apps.fields');
  const common = useTranslations('apps');
  const { register, formState } = useFormContext<AppFormValues>();
  const name = useWatch<AppFormValues, 'tokenHeaderName'>({ name: 'tokenHeaderName' });
  const { errors } = formState;
  const plain = { autoComplete: 'off', spellCheck: false, className: 'font-mono' } as const;
  return (
    <>
      <Field label={t('tokenUrl')} hint={t('tokenUrlHint')} required error={errors.tokenUrl?.message}>
        <Input
          {...register('tokenUrl')}
          {...plain}
          type="url"
          placeholder="https://token.example.com/wechat/access_token"
          required
        />
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          label={t('tokenHeaderName')}
          optionalLabel={common('optional')}
          error={errors.tokenHeaderName?.message}
        >
          <Input {...register('tokenHeaderName')} {...plain} placeholder="Authorization" />
        </Field>
        <Field
          label={t('tokenHeaderValue')}
          hint={storedHeader !== null && storedHeader === name ? t('appSecretKeep') : t('tokenHeaderHint')}
          error={errors.tokenHeaderValue?.message}
        >
          <Input
            {...register('tokenHeaderValue')}
            type="password"
            autoComplete="new-password"
            spellCheck={false}
            disabled={name === ''}
          />
        </Field>
      </div>
    </>
  );
}
