'use client';

import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/data/empty-state';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { Button } from '@/components/ui/button';

export type NoneHereProps = {
  title: string;
  onShowAll: () => void;
  /** How many would be shown if the scope did not leave them out. */
  elsewhere: number;
};

/** Nothing in this tab, or nothing found; there is something elsewhere in the list. */
export function NoneHere({ title, onShowAll, elsewhere }: NoneHereProps) {
  const t = useTranslations('common.list');
  return (
    <EmptyState
      variant="no-match"
      icon={<SearchX />}
      title={title}
      action={
        <>
          <Button variant="secondary" onClick={onShowAll}>
            {t('showAll')}
          </Button>
          <ElsewhereButton count={elsewhere} />
        </>
      }
    />
  );
}
