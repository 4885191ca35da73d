'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { BulkTarget } from '@/components/codes/bulk/target';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { filterParams } from '@/lib/codes/find/filters';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { keepSelectionAction } from '@/lib/exports/actions';

export type Door = 'exports' | 'print';

/** Of all that match the filters go along; a thousand ids are too long for an address, and are kept on the server. */
async function addressOf({ scope }: BulkTarget, door: Door): Promise<`/${Door}/new?${string}`> {
  if ('filters' in scope) return `/${door}/new?${filterParams(scope.filters).toString()}`;
  const selection = await outcomeOf(keepSelectionAction({ codeIds: scope.codeIds }));
  return `/${door}/new?selection=${selection ?? ''}`;
}

/** Takes the selected codes to the page on which they are exported, or printed. */
export function useExport(target: BulkTarget, door: Door = 'exports') {
  const router = useRouter();
  const showError = useErrorToast();
  const { mutate, isPending } = useMutation({
    mutationFn: () => addressOf(target, door),
    onSuccess: (address) => router.push(address),
    onError: showError,
  });
  const tooMany = !target.isMatching && target.count > SELECTION_MAX_CODES;
  return { start: () => mutate(), pending: isPending, tooMany };
}
