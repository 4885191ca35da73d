'use client';

import { LayoutGrid, Rows3, SquareX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { actionsIn, BULK_ACTIONS, obstacleOf } from '@/components/codes/bulk/bulk-actions';
import { useOfferCommands, type PageCommand } from '@/components/layout/commands';
import type { CodeActions } from './code-menu';
import type { GalleryParams } from './use-gallery-params';
import type { Selection } from './use-selection';

export type GalleryCommandsProps = { params: GalleryParams; selection: Selection; actions: CodeActions };

/** What the command palette offers on this page: the actions of the selection, and the other view. */
export function GalleryCommands({ params, selection, actions }: GalleryCommandsProps) {
  const t = useTranslations('codes.gallery');
  const { items, target } = selection;
  const bulk = useTranslations('bulk');
  const possible = actions ? actionsIn(actions.place).filter((id) => obstacleOf(id, target) === null) : [];
  const selected: PageCommand[] =
    items.length === 0
      ? []
      : [
          ...possible.map((id) => ({
            id,
            label: `${bulk(`actions.${id}`)} · ${bulk('selection.count', { count: target.count })}`,
            icon: BULK_ACTIONS[id].icon,
            run: () => actions?.act(id, target),
          })),
          {
            id: 'clear',
            label: t('selection.clear'),
            icon: SquareX,
            run: selection.clear,
            shortcut: 'clearSelection',
          },
        ];
  const other = params.view === 'table' ? 'cards' : 'table';
  useOfferCommands([
    ...selected,
    {
      id: 'view',
      label: `${t('view.label')}: ${t(`view.${other}`)}`,
      icon: other === 'table' ? Rows3 : LayoutGrid,
      run: () => params.setView(other),
      shortcut: 'view',
    },
  ]);
  return null;
}
