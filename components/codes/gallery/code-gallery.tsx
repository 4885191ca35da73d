'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { lazy, useRef, useState } from 'react';
import { FolderStrip } from '@/components/codes/folders/folder-strip';
import { PageHeader } from '@/components/layout/page-header';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { OnceWanted } from '@/components/ui/once-wanted';
import { filterParams } from '@/lib/codes/filters';
import type { CodeCount } from '@/lib/codes/count';
import { codeCountOptions, codeListOptions, type CodeItem } from '@/lib/codes/query-options';
import type { CodeActions } from './code-menu';
import { ExportAllLink } from './export-all-link';
import { FilterBar } from './filter-bar';
import type { GalleryOptions } from './gallery-options';
import { GalleryResults } from './gallery-results';
import { GenerateButton } from './gallery-states';
import { OrganizeTools } from './organize-tools';
import { ResultsToolbar } from './results-toolbar';
import { SelectionBar } from './selection-bar';
import { useDeleteCodes } from './use-code-mutations';
import { useGalleryCommands } from './use-gallery-commands';
import { useGalleryParams } from './use-gallery-params';
import { useLook } from './use-look';
import { useSelection } from './use-selection';

const DeleteDialog = lazy(() => import('./delete-dialog').then((room) => ({ default: room.DeleteDialog })));
const RenameDialog = lazy(() => import('./rename-dialog').then((room) => ({ default: room.RenameDialog })));

function useCountText() {
  const t = useTranslations('codes.gallery');
  return (counted: CodeCount | undefined) =>
    counted ? t(counted.capped ? 'countCapped' : 'count', { count: counted.count }) : '';
}

export function CodeGallery({ options }: { options: GalleryOptions }) {
  const t = useTranslations('codes.gallery');
  const searchRef = useRef<HTMLInputElement>(null);
  const params = useGalleryParams(options.defaults);
  const look = useLook(options.defaults.look);
  const list = useInfiniteQuery({
    ...codeListOptions(params.filters),
    placeholderData: keepPreviousData,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const counted = useQuery(codeCountOptions(params.filters));
  const countText = useCountText()(counted.data);
  const selection = useSelection(items, filterParams(params.filters).toString());
  const [renaming, setRenaming] = useState<CodeItem | null>(null);
  const [deleting, setDeleting] = useState<CodeItem[] | null>(null);
  const deletion = useDeleteCodes(() => {
    setDeleting(null);
    selection.clear();
  });
  const actions: CodeActions = options.canWrite ? { rename: setRenaming, remove: setDeleting } : null;

  useGalleryCommands({ params, selection, actions });
  useShortcuts({
    search: () => searchRef.current?.focus(),
    view: () => params.setView(params.view === 'table' ? 'cards' : 'table'),
    clearSelection: selection.items.length > 0 ? selection.clear : undefined,
  });

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={options.canWrite && <GenerateButton className="max-lg:hidden" />}
        className="max-lg:mb-5"
      />
      <div className="flex flex-col gap-3">
        <FolderStrip chosen={params.filters.folder} onChoose={(folder) => params.set({ folder })} />
        <FilterBar params={params} options={options} searchRef={searchRef} resultText={countText} />
        <ResultsToolbar
          params={params}
          selection={selection}
          countText={countText}
          loaded={items.length}
          tools={
            <>
              {items.length > 0 && <ExportAllLink filters={params.filters} counted={counted.data} />}
              <OrganizeTools params={params} options={options} />
            </>
          }
          look={look}
        />
        <p role="status" className="sr-only">
          {countText}
          {selection.items.length > 0 && ` ${t('selection.count', { count: selection.items.length })}`}
        </p>
        <GalleryResults
          {...{ list, counted: counted.data, items, params, options, selection, actions, look }}
        />
      </div>
      <SelectionBar selection={selection} actions={actions} />
      <OnceWanted when={renaming !== null}>
        <RenameDialog item={renaming} onClose={() => setRenaming(null)} />
      </OnceWanted>
      <OnceWanted when={deleting !== null}>
        <DeleteDialog
          items={deleting}
          onClose={() => setDeleting(null)}
          onConfirm={deletion.mutate}
          pending={deletion.isPending}
        />
      </OnceWanted>
    </>
  );
}
