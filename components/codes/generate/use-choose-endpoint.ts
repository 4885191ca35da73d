'use client';

import { useFormContext } from 'react-hook-form';
import { splitPath } from '@/lib/codes/picture/split-path';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { GenerateFormValues } from './form-values';
import { useChange } from './purposes/use-purpose-form';

/**
 * The endpoint changes in the form of all parameters. A path says the same as page and scene, and the other way round, so
 * the one fills the other when nothing of its own would be lost.
 */
export function withEndpoint(values: GenerateFormValues, endpoint: Endpoint): Partial<GenerateFormValues> {
  const { path, page, scene } = values;
  if (endpoint === 'getwxacodeunlimit') {
    if (page !== '' || scene !== '') return { endpoint };
    const split = splitPath(path);
    return { endpoint, page: split.page, scene: split.query };
  }
  if (path !== '' || page === '') return { endpoint };
  return { endpoint, path: scene === '' ? page : `${page}?${scene}` };
}

/** Changes the endpoint; what was typed for the one before goes with it. */
export function useChooseEndpoint(): (endpoint: Endpoint) => void {
  const { clearErrors } = useFormContext<GenerateFormValues>();
  const change = useChange();
  return (endpoint) => {
    clearErrors();
    change((values) => withEndpoint(values, endpoint));
  };
}
