'use client';

import { useTranslations } from 'next-intl';
import type { CodeItem } from '@/lib/codes/query-options';
import { CodeCard } from './code-card';
import type { CodeActions } from './code-menu';
import type { Selection } from './use-selection';

/** Two, three or four in a row: a page of 24 always fills its last one. */
export const gridClass = 'grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 xl:grid-cols-4';

/** The two rows that a wide screen shows at once. */
const EAGER_CARDS = 8;

export type CodeListProps = { items: CodeItem[]; selection: Selection; actions: CodeActions };

export function CodeGrid({ items, selection, actions }: CodeListProps) {
  const t = useTranslations('codes.gallery');
  return (
    <ul aria-label={t('list')} className={gridClass}>
      {items.map((item, index) => (
        <li key={item.id} className="min-w-0">
          <CodeCard item={item} selection={selection} actions={actions} eager={index < EAGER_CARDS} />
        </li>
      ))}
    </ul>
  );
}
