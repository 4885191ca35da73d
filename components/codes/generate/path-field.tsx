'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { utf8Bytes } from '@/lib/wechat/limits';
import { Counter } from './counter';
import { controlId, pathLimit, type FormApp, type GenerateFormValues } from './form-values';
import { TrapFixes, TrapTexts } from './trap-notes';
import { useFormValues } from './use-generate-form';
import { useTraps } from './use-traps';

export function PathField({ app }: { app: FormApp | undefined }) {
  const t = useTranslations('codes.generate.path');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'path' });
  const { endpoint } = useFormValues();
  const { traps, fixes, apply } = useTraps('path');
  const used = utf8Bytes(field.value);
  const max = pathLimit(endpoint, app);
  return (
    <div>
      <Field
        required
        label={t('label')}
        hint={endpoint === 'createwxaqrcode' ? t('hintSquare', { max }) : t('hint')}
        error={fieldState.error?.message}
        warning={traps.length > 0 && <TrapTexts traps={traps} />}
        counter={<Counter text={t('counter', { used, max })} over={used > max} />}
      >
        <Input
          {...field}
          id={controlId('path')}
          required
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <TrapFixes fixes={fixes} onApply={apply} />
    </div>
  );
}
