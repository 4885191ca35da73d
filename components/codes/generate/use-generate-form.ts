'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import type { FormApp, GenerateFormValues } from './form-values';

/** The form's values, afresh at every change. */
export function useFormValues(): GenerateFormValues {
  const { control } = useFormContext<GenerateFormValues>();
  return useWatch({ control, compute: (values: GenerateFormValues) => values });
}

/** The Mini Program that is chosen. */
export function useFormApp(apps: readonly FormApp[]): FormApp | undefined {
  const { miniProgramId } = useFormValues();
  return apps.find(({ id }) => id === miniProgramId);
}
