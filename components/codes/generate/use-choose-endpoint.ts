'use client';

import { useFormContext } from 'react-hook-form';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { GenerateFormValues } from './form-values';
import { withEndpoint } from './purposes/purpose-values';
import { useChange } from './purposes/use-purpose-form';

/** Changes the endpoint; what was typed for the one before goes with it. */
export function useChooseEndpoint(): (endpoint: Endpoint) => void {
  const { clearErrors } = useFormContext<GenerateFormValues>();
  const change = useChange();
  return (endpoint) => {
    clearErrors();
    change((values) => withEndpoint(values, endpoint));
  };
}
