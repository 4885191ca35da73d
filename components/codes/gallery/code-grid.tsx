'use client';

import { useTranslations } from 'next-intl';
import type { CodeItem } from '@/lib/codes/query-options';
import { CodeCard } from './code-card';
import type { CodeActions } from './code-menu';
import { gridClass } from './grid-class';
import type { Selection } from './use-selection';

/** The two rows that a wide screen shows at once. */
const EAGER_CARDS = 8;

export type CodeListProps = {
  items: CodeItem[];
  selection: Selection;
  actions: CodeActions;
  /** Each row names its Mini Program: the list holds those of several. */
  showApp: boolean;
};

export function CodeGrid({ items, ...card }: CodeListProps) {
  const t = useTranslations('codes.gallery');
  return (
    <ul aria-label={t('list')} className={gridClass}>
      {items.map((item, index) => (
        <li key={item.id} className="min-w-0">
          <CodeCard item={item} eager={index < EAGER_CARDS} {...card} />
        </li>
      ))}
    </ul>
  );
}
