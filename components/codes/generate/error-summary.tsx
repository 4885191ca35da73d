'use client';

import { useTranslations } from 'next-intl';
import { get, useFormContext, useFormState, type FieldErrors } from 'react-hook-form';
import { Alert } from '@/components/ui/alert';
import { FormErrorSummary } from '@/components/ui/form-error-summary';
import { controlId, FORM_FIELDS, type GenerateFormValues } from './form-values';

type Line = { fieldId: string; message: string };

function linesOf(errors: FieldErrors<GenerateFormValues>): Line[] {
  return FORM_FIELDS.flatMap((field) => {
    const error: unknown = get(errors, field);
    if (typeof error !== 'object' || error === null || !('message' in error)) return [];
    return typeof error.message === 'string' ? [{ fieldId: controlId(field), message: error.message }] : [];
  });
}

/** After a failed attempt: what belongs to no field, and one line for each field that needs a change. */
export function ErrorSummary() {
  const t = useTranslations('codes.generate');
  const { control } = useFormContext<GenerateFormValues>();
  const { errors, submitCount } = useFormState({ control });
  if (submitCount === 0) return null;
  const lines = linesOf(errors);
  return (
    <>
      {errors.root && (
        <Alert tone="danger" role="alert">
          {errors.root.message}
        </Alert>
      )}
      <FormErrorSummary title={t('summary', { count: lines.length })} errors={lines} />
    </>
  );
}
