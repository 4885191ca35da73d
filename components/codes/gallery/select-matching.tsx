'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useErrorToast } from '@/components/data/use-error-toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { countMatchingAction } from '@/lib/bulk/actions';
import type { CodeCount } from '@/lib/codes/count';
import type { CodeFilters } from '@/lib/codes/filters';
import type { Selection } from './use-selection';

export type SelectMatchingProps = {
  filters: CodeFilters;
  selection: Selection;
  /** How many match, as far as the list has counted. */
  counted: CodeCount | undefined;
};

/** From the ticked rows to all that match, most of which are not loaded. The server counts them to the last one. */
export function SelectMatching({ filters, selection, counted }: SelectMatchingProps) {
  const t = useTranslations('bulk.selection');
  const showError = useErrorToast();
  const [pending, start] = useTransition();
  const isMore = counted && (counted.capped || counted.count > selection.items.length);
  if (selection.target.isMatching || !isMore) return null;
  const select = () =>
    start(async () => {
      try {
        const found = await outcomeOf(countMatchingAction({ filters }));
        if (found) selection.selectMatching({ filters, ...found });
      } catch (error) {
        showError(error);
      }
    });
  return (
    <Button variant="link" size="sm" className="px-1 max-md:min-h-10" pending={pending} onClick={select}>
      {t(counted.capped ? 'selectCapped' : 'selectMatching', { count: counted.count })}
    </Button>
  );
}
