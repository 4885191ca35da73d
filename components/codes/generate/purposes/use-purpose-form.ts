'use client';

import { createContext, use } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import type { Purpose } from '@/lib/purposes/purpose';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';
import { useFormValues } from '@/components/codes/generate/use-generate-form';

/** Every purpose that this form may show; none in the form of a batch. */
export const PurposesContext = createContext<readonly Purpose[]>([]);

export function usePurposes(): readonly Purpose[] {
  return use(PurposesContext);
}

/** The purpose that is chosen. */
export function usePurpose(): Purpose | undefined {
  const { purpose } = useFormValues();
  return usePurposes().find(({ key }) => key === purpose);
}

type Values = GenerateFormValues;

const CHANGED = [
  'miniProgramId',
  'view',
  'purpose',
  'fields',
  'name',
  'page',
  'scene',
  'path',
  'endpoint',
  'width',
  'printCm',
] as const;

/** Applies what follows from one change, all of it at once. */
export function useChange(): (changesOf: (values: Values) => Partial<Values>) => void {
  const { getValues, setValue, trigger } = useFormContext<Values>();
  const { isSubmitted } = useFormState<Values>();
  return (changesOf) => {
    const values = getValues();
    const changes = changesOf(values);
    const next = { ...values, ...changes };
    for (const name of CHANGED) if (name in changes) setValue(name, next[name], { shouldDirty: true });
    if (isSubmitted) void trigger();
  };
}
