'use client';

import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Textarea } from '@/components/ui/form/textarea';
import type { CreateValues } from './create-values';

export function PasteSource() {
  const t = useTranslations('batches.paste');
  const { field, fieldState } = useController<CreateValues, 'text'>({ name: 'text' });
  const lines = field.value === '' ? 0 : field.value.trimEnd().split('\n').length;
  return (
    <Field
      label={t('label')}
      hint={t('hint')}
      error={fieldState.error?.message}
      counter={
        lines === 0 ? (
          <Button variant="link" size="sm" onClick={() => field.onChange(t('placeholder'))}>
            {t('example')}
          </Button>
        ) : (
          <span className="text-xs tabular-nums">{t('count', { lines })}</span>
        )
      }
    >
      <Textarea
        {...field}
        rows={9}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        placeholder={t('placeholder')}
        // Grows with its text elsewhere; fifty thousand rows are for scrolling.
        className="field-sizing-fixed max-h-96 overflow-auto font-mono whitespace-pre"
      />
    </Field>
  );
}
