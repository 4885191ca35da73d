'use client';

import { LayoutGrid, Rows3, SquareX, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOfferCommands, type PageCommand } from '@/components/layout/commands';
import type { CodeActions } from './code-menu';
import type { GalleryParams } from './use-gallery-params';
import type { Selection } from './use-selection';

export type GalleryCommandsProps = { params: GalleryParams; selection: Selection; actions: CodeActions };

/** What the command palette offers on this page: the actions of the selection, and the other view. */
export function useGalleryCommands({ params, selection, actions }: GalleryCommandsProps) {
  const t = useTranslations('codes.gallery');
  const { items } = selection;
  const selected: PageCommand[] =
    items.length === 0
      ? []
      : [
          ...(actions
            ? [
                {
                  id: 'delete',
                  label: t('delete.ask', { count: items.length }),
                  icon: Trash2,
                  run: () => actions.remove(items),
                },
              ]
            : []),
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
}
