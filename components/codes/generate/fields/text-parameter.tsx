'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { Field } from '@/components/ui/form/field';
import { PageInput } from '@/components/data/pages/page-input';
import { withPageOfPath } from '@/lib/apps/pages/known-pages';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { TrapFixes, TrapTexts } from '@/components/codes/generate/trap-notes';
import { useFormValues } from '@/components/codes/generate/use-generate-form';
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
  const { miniProgramId } = useFormValues();
  const { traps, fixes, apply } = useTraps(name);
  return (
    <div>
      <Field
        controlId={controlId(name)}
        label={t('label')}
        required={required}
        optionalLabel={required ? undefined : common('optional')}
        hint={hint}
        error={fieldState.error?.message}
        warning={traps.length > 0 && <TrapTexts traps={traps} />}
        counter={counter}
      >
        <PageInput
          {...field}
          miniProgramId={name === 'scene' ? '' : miniProgramId}
          onChoose={(page) => field.onChange(withPageOfPath(field.value, page))}
          required={required}
          placeholder={t('placeholder')}
        />
      </Field>
      <TrapFixes fixes={fixes} onApply={apply} />
    </div>
  );
}
