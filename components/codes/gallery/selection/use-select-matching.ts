'use client';

import { useTransition } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { countMatchingAction } from '@/lib/bulk/actions';
import type { CodeCount } from '@/lib/codes/find/count';
import type { CodeFilters } from '@/lib/codes/find/filters';
import type { Selection } from './use-selection';

export type SelectMatchingProps = {
  filters: CodeFilters;
  selection: Selection;
  /** How many match, as far as the list has counted. */
  counted: CodeCount | undefined;
};

/**
 * From the ticked rows to all that match, most of which are not loaded. The server counts them to the last one.
 * @returns `isMore`: there are others than the ticked ones
 */
export function useSelectMatching({ filters, selection, counted }: SelectMatchingProps) {
  const showError = useErrorToast();
  const [pending, start] = useTransition();
  const isMore = Boolean(counted && (counted.capped || counted.count > selection.items.length));
  const select = () =>
    start(async () => {
      try {
        const found = await outcomeOf(countMatchingAction({ filters }));
        if (found) selection.selectMatching({ filters, ...found });
      } catch (error) {
        showError(error);
      }
    });
  return { isMore: isMore && !selection.target.isMatching, pending, select };
}
