'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { controlId, targetOf, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { useFormValues } from '@/components/codes/generate/use-generate-form';

export type NameFieldProps = {
  hint: string;
  /** What the fields suggest; a name of one's own can go back to it. */
  suggested?: string | undefined;
  placeholder?: string | undefined;
};

/** What the code is found by. In the short form it makes itself of the fields above it. */
export function NameField({ hint, suggested = '', placeholder }: NameFieldProps) {
  const t = useTranslations('purposes.form');
  const { control, setValue, setFocus } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'name' });
  const values = useFormValues();
  const { replaces } = values;
  const isOwn = suggested !== '' && field.value !== suggested;
  // A sticker would say what its code no longer is.
  const isLeft = replaces?.name === field.value && replaces.target !== targetOf(values);
  return (
    <Field
      controlId={controlId('name')}
      label={t('name')}
      hint={isLeft ? t('nameLeft') : hint}
      error={fieldState.error?.message}
    >
      <Input
        {...field}
        placeholder={placeholder ?? targetOf(values)}
        autoComplete="off"
        end={
          isOwn && (
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t('nameSuggest', { name: suggested })}
              title={t('nameSuggest', { name: suggested })}
              onClick={() => {
                setValue('name', suggested, { shouldDirty: true });
                // The button goes.
                setFocus('name');
              }}
            >
              <Undo2 aria-hidden />
            </Button>
          )
        }
      />
    </Field>
  );
}
