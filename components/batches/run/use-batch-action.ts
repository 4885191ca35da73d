'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { toast } from '@/components/ui/overlay/toast';
import { outcomeOf, type ActionResult } from '@/lib/actions/outcome';
import { batchKeys } from '@/lib/batches/report/batch-keys';

type BatchAction<Input> = {
  batchId: string;
  run: (input: Input) => Promise<ActionResult<unknown>>;
  /** What the notice says when it is done. */
  said: (input: Input) => string;
};

/** Something a person does with a started batch: a notice says what came of it, and what is shown is read again. */
export function useBatchAction<Input = void>({ batchId, run, said }: BatchAction<Input>) {
  const showError = useErrorToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => outcomeOf(run(input)),
    onSuccess: (_, input) => toast.success(said(input)),
    onError: showError,
    onSettled: () => client.invalidateQueries({ queryKey: batchKeys.one(batchId) }),
  });
}
