'use client';

import { toast } from '@/components/ui/overlay/toast';
import { ActionRefusal } from '@/lib/actions/outcome';
import { RequestError } from '@/lib/http/fetch-json';
import { useFailure } from './use-reach';

/** Says why an action or a reading failed: what the server refused in its words, else what kept the call from being answered. */
export function useErrorToast() {
  const failed = useFailure();
  return (error: unknown) => {
    const isRefusal = error instanceof ActionRefusal || (error instanceof RequestError && error.detail);
    const text = isRefusal ? error.message : failed(error);
    // The same failure again replaces its notice; the offer to load anew stays.
    toast.error(text, { id: text });
  };
}
