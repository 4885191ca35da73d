'use client';

import { useTranslations } from 'next-intl';
import { get, useFormState, type FieldErrors } from 'react-hook-form';
import { FormErrorSummary } from '@/components/ui/form/form-error-summary';
import type { Purpose } from '@/lib/purposes/purpose';
import { controlId, formFields, type GenerateFormValues } from './form-values';
import { usePurpose } from './purposes/use-purpose-form';

type Line = { fieldId: string; message: string };

function linesOf(errors: FieldErrors<GenerateFormValues>, purpose: Purpose | undefined): Line[] {
  return formFields(purpose).flatMap((field) => {
    const error: unknown = get(errors, field);
    if (typeof error !== 'object' || error === null || !('message' in error)) return [];
    return typeof error.message === 'string' ? [{ fieldId: controlId(field), message: error.message }] : [];
  });
}

/** After a failed attempt, one line for each field that needs a change. */
export function ErrorSummary() {
  const t = useTranslations('codes.generate');
  const lines = linesOf(useFormState().errors, usePurpose());
  return <FormErrorSummary title={t('summary', { count: lines.length })} errors={lines} />;
}
