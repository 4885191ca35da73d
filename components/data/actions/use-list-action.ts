'use client';

import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { toast } from '@/components/ui/overlay/toast';
import { ActionRefusal, outcomeOf, type ActionResult } from '@/lib/actions/outcome';
import type { PublicError } from '@/lib/i18n/translate-error';
import { useErrorToast } from './use-error-toast';

export type ListAction<Values, Data> = {
  run: (values: Values) => Promise<ActionResult<Data>>;
  /** The lists that it changes; they are read again. */
  lists: readonly QueryKey[];
  /** The notice when it is done; without one the screen says it by itself. */
  said?: (values: Values) => string;
  onDone?: (data: Data | undefined) => void;
  /** Shows the refusal at a field, instead of in a notice. */
  onRefused?: (detail: PublicError) => void;
};

/** A server action on a short list that react-query keeps: tags, folders, views. */
export function useListAction<Values, Data>(options: ListAction<Values, Data>) {
  const { run, lists, said, onDone, onRefused } = options;
  const showError = useErrorToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: Values) => outcomeOf(run(values)),
    onSuccess: async (data, values) => {
      await Promise.all(lists.map((queryKey) => client.invalidateQueries({ queryKey })));
      if (said) toast.success(said(values));
      onDone?.(data);
    },
    onError: (error) => {
      if (onRefused && error instanceof ActionRefusal) onRefused(error.detail);
      else showError(error);
    },
  });
}
