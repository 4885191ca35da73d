'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { lazy, useRef } from 'react';
import { useBulkActions } from '@/components/codes/bulk/use-bulk-actions';
import { useFolders } from '@/components/codes/folders/use-folders';
import { PageHeader } from '@/components/layout/page/page-header';
import { cn } from '@/components/ui/cn';
import { buttonBase, buttonSmall } from '@/components/ui/primary-button';
import { useShortcuts } from '@/components/layout/keys/use-shortcuts';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { Skeleton } from '@/components/ui/skeleton';
import type { BulkScope } from '@/lib/bulk/kinds';
import { filterParams, type CodeFilters } from '@/lib/codes/find/filters';
import { codeListOptions } from '@/lib/codes/find/query-options';
import { useCounted } from './use-counted';
import { ExportAllLink } from '@/components/codes/gallery/selection/export-all-link';
import { FilterBar } from '@/components/codes/gallery/filters/filter-bar';
import type { GalleryOptions } from './gallery-options';
import { GalleryResults } from '@/components/codes/gallery/results/gallery-results';
import { PlaceTabs } from './place-tabs';
import { CountLine, ListedLine, ViewTools } from './results-toolbar';
import { useGalleryParams, type GalleryParams } from './use-gallery-params';
import { useLook } from '@/components/codes/gallery/look/use-look';
import { useSelection, type Selection } from '@/components/codes/gallery/selection/use-selection';
import type { CodeActions } from '@/components/codes/gallery/results/code-menu-popup';

// In the page from the start, and alive a moment after the list.
const OrganizeTools = lazy(() =>
  import('./organize-tools').then((room) => ({ default: room.OrganizeTools })),
);
const FolderStrip = lazy(() =>
  import('@/components/codes/folders/folder-strip').then((room) => ({ default: room.FolderStrip })),
);
const GalleryScope = lazy(() => import('./gallery-scope').then((room) => ({ default: room.GalleryScope })));
/** Keys and commands for what stands in the list: of use once somebody has looked at it. */
const GalleryCommands = dynamic(() => import('./gallery-commands').then((room) => room.GalleryCommands), {
  ssr: false,
});
const SelectionBar = lazy(() =>
  import('@/components/codes/gallery/selection/selection-bar').then((room) => ({
    default: room.SelectionBar,
  })),
);
const TrashNote = lazy(() => import('./trash-note').then((room) => ({ default: room.TrashNote })));
const BulkDialogs = lazy(() =>
  import('@/components/codes/bulk/dialogs/bulk-dialogs').then((room) => ({ default: room.BulkDialogs })),
);

function useGalleryActions(params: GalleryParams, options: GalleryOptions, selection: Selection) {
  'use memo';
  const bulk = useBulkActions(selection.clear);
  const { act, start } = bulk;
  if (!options.canWrite) return { bulk, actions: null };
  const actions: CodeActions = { place: params.filters.place, act };
  const onDropCodes = (scope: BulkScope, folderId: string | null) =>
    start({ kind: 'move', values: { folderId }, scope });
  return { bulk, actions, onDropCodes };
}

/** The list, and what of it has come. */
function useLoaded(filters: CodeFilters) {
  'use memo';
  const list = useInfiniteQuery({ ...codeListOptions(filters), placeholderData: keepPreviousData });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return { list, items };
}

/** In the dress of the buttons that come: or else the list below them jumps, and a phone breaks the header's line anew. */
function ToolsPlace() {
  const t = useTranslations('organize');
  return (
    <div className="flex shrink-0 gap-2">
      {[t('button'), t('views.button')].map((label) => (
        <Skeleton
          key={label}
          data-label={label}
          className={cn(
            buttonBase,
            buttonSmall,
            'border border-transparent before:invisible before:content-[attr(data-label)]',
          )}
        >
          <span className="size-4 max-sm:hidden" />
          <span className="size-3.5 max-sm:hidden" />
        </Skeleton>
      ))}
    </div>
  );
}

export function CodeGallery({ options }: { options: GalleryOptions }) {
  const t = useTranslations('codes.gallery');
  const searchRef = useRef<HTMLInputElement>(null);
  const params = useGalleryParams(options.defaults);
  const folders = useFolders();
  const look = useLook(options.defaults.look);
  const { list, items } = useLoaded(params.filters);
  const count = useCounted(params.filters);
  const { counted, countText } = count;
  const selection = useSelection(items, filterParams(params.filters).toString());
  const { bulk, actions, onDropCodes } = useGalleryActions(params, options, selection);

  useShortcuts({
    search: () => searchRef.current?.focus(),
    view: () => params.setView(params.view === 'table' ? 'cards' : 'table'),
    selectLoaded: items.length > 0 ? () => selection.toggleAll(true) : undefined,
    clearSelection: selection.items.length > 0 ? selection.clear : undefined,
  });

  const listed = <ListedLine {...{ params, selection }} {...count} loaded={items.length} />;
  return (
    <>
      <GalleryCommands {...{ params, items, counted, selection, actions }} />
      <PageHeader
        title={t('title')}
        badge={<CountLine params={params} {...count} className="md:hidden" />}
        actions={
          <>
            <OnceWanted when fallback={<ToolsPlace />}>
              <OrganizeTools params={params} options={options} />
            </OnceWanted>
            {items.length > 0 && <ExportAllLink filters={params.filters} counted={counted} />}
          </>
        }
        className="mb-1 lg:mb-1.5"
      />
      <div className="flex flex-col gap-3">
        <PlaceTabs params={params}>{listed}</PlaceTabs>
        <OnceWanted when={folders.length > 0} fallback={<Skeleton className="h-10 max-md:hidden" />}>
          <FolderStrip
            {...{ folders, onDropCodes }}
            chosen={params.filters.folder}
            onChoose={params.setFolder}
          />
        </OnceWanted>
        <OnceWanted when={!params.appIsFilter} fallback={<div className="h-6 max-md:h-11" />}>
          <GalleryScope params={params} />
        </OnceWanted>
        <FilterBar
          params={params}
          options={options}
          searchRef={searchRef}
          resultText={countText}
          tools={<ViewTools params={params} look={look} />}
        />
        <OnceWanted when={params.filters.place === 'trash'} fallback={<div className="h-13 max-sm:h-31" />}>
          <TrashNote params={params} actions={items.length > 0 ? actions : null} />
        </OnceWanted>
        <p role="status" className="sr-only">
          {countText}
          {selection.items.length > 0 && ` ${t('selection.count', { count: selection.target.count })}`}
        </p>
        <GalleryResults {...{ list, counted, items, params, options, selection, actions, look }} />
      </div>
      <OnceWanted when={selection.items.length > 0}>
        <SelectionBar {...{ selection, actions, filters: params.filters, counted }} />
      </OnceWanted>
      <OnceWanted when={bulk.asking !== null}>
        <BulkDialogs actions={bulk} />
      </OnceWanted>
    </>
  );
}
