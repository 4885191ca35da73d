'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useTags } from '@/components/codes/tags/use-tags';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { CodeCard } from './code-card';
import { gridClass } from './grid-class';
import type { LookState } from '@/components/codes/gallery/look/use-look';
import { tickOf, type Selection } from '@/components/codes/gallery/selection/use-selection';
import type { CodeActions } from './code-menu-popup';
import { ListKeys } from './window/late-list-keys';
import { useVirtualSlice } from './window/use-virtual-slice';

/** What a phone shows at once, and the first row of a wide screen: more would only take the line from these. */
const EAGER_CARDS = 4;

export type CodeListProps = {
  items: CodeItem[];
  selection: Selection;
  actions: CodeActions;
  look: LookState;
  /** Each row names its Mini Program: the list holds those of several. */
  showApp: boolean;
  /** How many cards there are before the window is measured. */
  firstCards: number;
  /** Opens the large picture. */
  onPreview: (id: string) => void;
  /** Below the rows, and there no sooner than these: a table's code comes late, and would push it down. */
  foot: ReactNode;
};

/** Cards, of which only those near the window are rendered. */
export function CodeGrid({ items, selection, look, foot, firstCards, ...card }: CodeListProps) {
  'use memo';
  const t = useTranslations('codes.gallery');
  const [watch, slice, follower] = useVirtualSlice(items.length, firstCards);
  // Where there are tags, each card keeps a line for its own.
  const isTagged = useTags().length > 0;
  return (
    <>
      {follower}
      <ListKeys {...{ items, selection, slice }} onPreview={card.onPreview} />
      <ul
        ref={watch}
        aria-label={t('list')}
        data-tagged={isTagged || undefined}
        className={gridClass[look.size]}
        style={{ paddingTop: slice.beforePx, paddingBottom: slice.afterPx }}
      >
        {items.slice(slice.start, slice.end).map((item, index) => (
          <li
            key={item.id}
            data-code-id={item.id}
            aria-setsize={items.length}
            aria-posinset={slice.start + index + 1}
            className="min-w-0"
          >
            <CodeCard
              item={item}
              size={look.size}
              isSelecting={selection.items.length > 0}
              eager={slice.start + index < EAGER_CARDS}
              {...tickOf(selection, item)}
              {...card}
            />
          </li>
        ))}
      </ul>
      {foot}
    </>
  );
}
