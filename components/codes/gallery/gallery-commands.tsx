'use client';

import { LayoutGrid, Rows3, SquareX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { actionsFor, BULK_ACTIONS, obstacleOf } from '@/components/codes/bulk/bulk-actions';
import { useOfferCommands, type PageCommand } from '@/components/layout/commands';
import type { CodeItem } from '@/lib/codes/query-options';
import type { CodeActions } from './code-menu';
import type { GalleryParams } from './use-gallery-params';
import { useActionKeys } from './use-action-keys';
import type { Selection } from './use-selection';

export type GalleryCommandsProps = {
  params: GalleryParams;
  items: readonly CodeItem[];
  selection: Selection;
  actions: CodeActions;
};

/** What keys and the command palette do on this page: the actions of the selection, and the other view. */
export function GalleryCommands({ params, items: listed, selection, actions }: GalleryCommandsProps) {
  useActionKeys({ items: listed, selection, actions });
  const t = useTranslations('codes.gallery');
  const { items, target } = selection;
  const bulk = useTranslations('bulk');
  const possible = actions
    ? actionsFor(target, actions.place).filter((id) => obstacleOf(id, target) === null)
    : [];
  const selected: PageCommand[] =
    items.length === 0
      ? []
      : [
          ...possible.map((id) => ({
            id,
            label: `${bulk(`actions.${id}`)} · ${bulk('selection.count', { count: target.count })}`,
            icon: BULK_ACTIONS[id].icon,
            shortcut: BULK_ACTIONS[id].shortcut,
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
