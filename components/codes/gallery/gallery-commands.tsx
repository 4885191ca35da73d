'use client';

import { Bookmark, Download, LayoutGrid, ListChecks, Rows3, SquareX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { actionsFor, BULK_ACTIONS, obstacleOf } from '@/components/codes/bulk/bulk-actions';
import { useOfferCommands, type PageCommand } from '@/components/layout/palette/commands';
import { useShortcuts } from '@/components/layout/keys/use-shortcuts';
import type { CodeCount } from '@/lib/codes/find/count';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { useActionKeys } from '@/components/codes/gallery/selection/use-action-keys';
import { useExport } from '@/components/codes/gallery/selection/use-export';
import { useExportAll } from '@/components/codes/gallery/selection/use-export-all';
import type { GalleryParams } from './use-gallery-params';
import { useSelectMatching } from '@/components/codes/gallery/selection/use-select-matching';
import type { Selection } from '@/components/codes/gallery/selection/use-selection';
import type { CodeActions } from '@/components/codes/gallery/results/code-menu-popup';

export type GalleryCommandsProps = {
  params: GalleryParams;
  items: readonly CodeItem[];
  counted: CodeCount | undefined;
  selection: Selection;
  actions: CodeActions;
};

type SelectedProps = Pick<GalleryCommandsProps, 'selection' | 'actions'>;

/** What can be done with what is selected, as the bar has it. */
function useSelectedCommands({ selection, actions }: SelectedProps): PageCommand[] {
  'use memo';
  const t = useTranslations();
  const { items, target } = selection;
  const { start, tooMany } = useExport(target);
  if (items.length === 0) return [];
  const about = t('bulk.selection.count', { count: target.count });
  const possible = actions
    ? actionsFor(target, actions.place).filter((id) => obstacleOf(id, target) === null)
    : [];
  const exporting: PageCommand[] =
    tooMany || actions?.place === 'trash'
      ? []
      : [
          {
            id: 'export',
            label: `${t('codes.gallery.export.action')} · ${about}`,
            icon: Download,
            run: start,
          },
        ];
  return [
    ...possible.map((id) => ({
      id,
      label: `${t(`bulk.actions.${id}`)} · ${about}`,
      icon: BULK_ACTIONS[id].icon,
      shortcut: BULK_ACTIONS[id].shortcut,
      run: () => actions?.act(id, target),
    })),
    ...exporting,
    {
      id: 'clear',
      label: t('codes.gallery.selection.clear'),
      icon: SquareX,
      run: selection.clear,
      shortcut: 'clearSelection',
    },
  ];
}

/** As the button above the list. */
function useExportAllCommand({ params, counted }: GalleryCommandsProps): PageCommand[] {
  'use memo';
  const { canExport, href, text } = useExportAll({ filters: params.filters, counted });
  const router = useRouter();
  if (!canExport || !counted?.count) return [];
  return [{ id: 'exportAll', label: text, icon: Download, run: () => router.push(href) }];
}

function focusFilters() {
  const bars = [...document.querySelectorAll('[data-slot=filters]')];
  bars
    .find((bar) => bar.checkVisibility())
    ?.querySelector('button')
    ?.focus();
}

function openViews() {
  document.querySelector<HTMLElement>('[data-slot=views]')?.click();
}

/** What keys and the command palette do on this page: the actions of the selection, and the other view. */
export function GalleryCommands(props: GalleryCommandsProps) {
  'use memo';
  // What says that the list did not come has to be here before the network is gone.
  useEffect(() => void import('@/components/data/states/query-error'), []);
  const { params, counted, selection } = props;
  const t = useTranslations();
  useActionKeys(props);
  useShortcuts({ filter: focusFilters, views: openViews });
  const exportAll = useExportAllCommand(props);
  const matching = useSelectMatching({ filters: params.filters, selection, counted });
  const selected = useSelectedCommands(props);
  const all: PageCommand[] =
    matching.isMore && counted
      ? [
          {
            id: 'matching',
            label: t(`bulk.selection.${counted.capped ? 'selectCapped' : 'selectMatching'}`, {
              count: counted.count,
            }),
            icon: ListChecks,
            run: matching.select,
          },
        ]
      : [];
  const other = params.view === 'table' ? 'cards' : 'table';
  useOfferCommands([
    ...selected,
    ...all,
    ...exportAll,
    {
      id: 'view',
      label: `${t('codes.gallery.view.label')}: ${t(`codes.gallery.view.${other}`)}`,
      icon: other === 'table' ? Rows3 : LayoutGrid,
      run: () => params.setView(other),
      shortcut: 'view',
    },
    { id: 'views', label: t('organize.views.title'), icon: Bookmark, run: openViews, shortcut: 'views' },
  ]);
  return null;
}
