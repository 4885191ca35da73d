'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { TrapFixes, TrapTexts } from '@/components/codes/generate/trap-notes';
import { useTraps } from '@/components/codes/generate/use-traps';

export type TextParameterProps = {
  name: 'path' | 'page' | 'scene';
  hint: string;
  required?: boolean | undefined;
  counter?: ReactNode;
};

/** A parameter that is typed as WeChat takes it, letter by letter, with what may go wrong with it. */
export function TextParameter({ name, hint, required, counter }: TextParameterProps) {
  const t = useTranslations(`codes.generate.${name}`);
  const common = useTranslations('common');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name });
  const { traps, fixes, apply } = useTraps(name);
  return (
    <div>
      <Field
        label={t('label')}
        required={required}
        optionalLabel={required ? undefined : common('optional')}
        hint={hint}
        error={fieldState.error?.message}
        warning={traps.length > 0 && <TrapTexts traps={traps} />}
        counter={counter}
      >
        <Input
          {...field}
          id={controlId(name)}
          required={required}
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
