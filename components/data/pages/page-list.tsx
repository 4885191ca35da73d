'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { cn } from '@/components/ui/cn';
import { popupItem, popupSurface } from '@/components/ui/overlay/popup-styles';

export type PageListProps = {
  id: string;
  pages: readonly string[];
  /** Where the arrows are; -1 for nowhere. */
  active: number;
  /** There are more than these. */
  isPart: boolean;
  onChoose: (page: string) => void;
};

/** The list below the field. The focus stays in the field, where typing goes on. */
export function PageList({ id, pages, active, isPart, onChoose }: PageListProps) {
  const t = useTranslations('common.pageList');
  useEffect(() => {
    document.getElementById(`${id}${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div
      className={cn(popupSurface, 'absolute inset-x-0 top-full z-20 mt-1 overflow-hidden')}
      // A press would take the focus out of the field, and close the list before it counts.
      onPointerDown={(event) => event.preventDefault()}
    >
      <ul id={id} role="listbox" aria-label={t('label')} className="max-h-64 overflow-y-auto p-1">
        {pages.map((page, index) => (
          <li
            key={page}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === active}
            data-highlighted={index === active || undefined}
            onClick={() => onChoose(page)}
            className={cn(
              popupItem,
              'font-mono text-[0.8125rem] wrap-anywhere hover:bg-muted dark:hover:bg-muted-strong/70',
            )}
          >
            {page}
          </li>
        ))}
      </ul>
      {isPart && (
        <p className="border-t border-border px-3 py-2 text-xs leading-5 text-muted-foreground">
          {t('more', { count: pages.length })}
        </p>
      )}
    </div>
  );
}
