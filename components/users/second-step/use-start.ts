'use client';

import { useMutation } from '@tanstack/react-query';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { startSecondStepAction } from '@/lib/users/second-step/actions';

/** Fetches a new secret; `data` is the one that came last. */
export function useStart() {
  const showError = useErrorToast();
  return useMutation({ mutationFn: () => outcomeOf(startSecondStepAction(null)), onError: showError });
}
