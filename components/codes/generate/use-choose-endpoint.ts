'use client';

import { useFormContext } from 'react-hook-form';
import { splitPath } from '@/lib/codes/picture/snippets';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { GenerateFormValues } from './form-values';

/** Changes the endpoint. A path says the same as page and scene, so it fills them when nothing of theirs would be lost. */
export function useChooseEndpoint(): (endpoint: Endpoint) => void {
  const { clearErrors, getValues, setValue } = useFormContext<GenerateFormValues>();
  return (endpoint) => {
    setValue('endpoint', endpoint, { shouldDirty: true });
    clearErrors();
    const { path, page, scene } = getValues();
    if (endpoint !== 'getwxacodeunlimit' || page !== '' || scene !== '') return;
    const split = splitPath(path);
    setValue('page', split.page);
    setValue('scene', split.query);
  };
}
