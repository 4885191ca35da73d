'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Textarea } from '@/components/ui/form/textarea';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { PARAMETERS_MAX_BYTES } from '@/lib/live/limits';
import { readParametersText } from '@/lib/live/parameters-text';
import { utf8Bytes } from '@/lib/wechat/rules/limits';
import { Counter } from './counter';
import { SwitchField } from './switch-field';

export function LiveSwitch() {
  const t = useTranslations('codes.generate.live');
  return <SwitchField name="isLive" label={t('label')} hint={t('hint')} />;
}

/** What the Mini Program gets of a live code, of any length that a target may have. */
export function LiveParametersField() {
  const t = useTranslations('codes.generate.live');
  const common = useTranslations('common');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'liveParameters' });
  const used = utf8Bytes(JSON.stringify(readParametersText(field.value)));
  return (
    <Field
      controlId={controlId('liveParameters')}
      label={t('parameters')}
      optionalLabel={common('optional')}
      hint={t('parametersHint')}
      error={fieldState.error?.message}
      counter={
        <Counter
          text={t('counter', { used, max: PARAMETERS_MAX_BYTES })}
          over={used > PARAMETERS_MAX_BYTES}
        />
      }
    >
      <Textarea
        {...field}
        rows={4}
        placeholder={t('placeholder')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="font-mono"
      />
    </Field>
  );
}
