'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { controlId, type GenerateFormValues } from './form-values';
import { SwitchField } from './switch-field';
import { TrapFixes, TrapTexts } from './trap-notes';
import { useTraps } from './use-traps';

export function PageField() {
  const t = useTranslations('codes.generate.page');
  const common = useTranslations('common');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'page' });
  const { traps, fixes, apply } = useTraps('page');
  return (
    <div>
      <Field
        label={t('label')}
        optionalLabel={common('optional')}
        hint={t('hint')}
        error={fieldState.error?.message}
        warning={traps.length > 0 && <TrapTexts traps={traps} />}
      >
        <Input
          {...field}
          id={controlId('page')}
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

export function CheckPathField() {
  const t = useTranslations('codes.generate.checkPath');
  const { traps, fixes, apply } = useTraps('checkPath');
  return (
    <div>
      <SwitchField name="checkPath" label={t('label')} hint={t('hint')} traps={traps} />
      <TrapFixes fixes={fixes} onApply={apply} />
    </div>
  );
}
