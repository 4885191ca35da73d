'use client';

import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/data/states/empty-state';
import { Button } from '@/components/ui/button';

export type NoneHereProps = {
  title: string;
  onShowAll: () => void;
  /** The way to what the scope leaves out. */
  children: ReactNode;
};

/** Nothing in this tab, or nothing found; there is something elsewhere in the list. */
export function NoneHere({ title, onShowAll, children }: NoneHereProps) {
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
          {children}
        </>
      }
    />
  );
}
