'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { lazy, useDeferredValue, useState, type ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { Skeleton } from '@/components/ui/skeleton';
import type { CodeCount } from '@/lib/codes/find/count';
import type { CodeItem, CodePageJson } from '@/lib/codes/find/query-options';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { CodeGrid } from './code-grid';
import type { FilterProps } from '@/components/codes/gallery/filters/use-filters';
import { ListFoot } from './list-foot';
import { useListPlace } from './use-list-place';
import type { LookState } from '@/components/codes/gallery/look/use-look';
import type { Selection } from '@/components/codes/gallery/selection/use-selection';
import type { CodeActions } from './code-menu-popup';

/** A table's machinery is a tenth of the page's code, and most people look at cards. */
const CodeTable = dynamic(() => import('./code-table').then((room) => room.CodeTable), {
  ssr: false,
  loading: () => <Waiting view="table" />,
});

const Lightbox = lazy(() =>
  import('@/components/codes/gallery/lightbox/lightbox').then((room) => ({ default: room.Lightbox })),
);

/** `gallery-commands.tsx` has it fetched while there is a network. */
const QueryError = lazy(() =>
  import('@/components/data/states/query-error').then((room) => ({ default: room.QueryError })),
);

const Nothing = lazy(() => import('./gallery-states').then((room) => ({ default: room.Nothing })));

const ListSkeleton = lazy(() =>
  import('./gallery-skeleton').then((room) => ({ default: room.ListSkeleton })),
);

/** The first rows come with the page: it waits only for others. */
function Waiting(props: ComponentProps<typeof ListSkeleton>) {
  return (
    <OnceWanted when fallback={<Skeleton className="h-140 rounded-xl" />}>
      <ListSkeleton {...props} />
    </OnceWanted>
  );
}

export type GalleryResultsProps = FilterProps & {
  /** Undefined until counted. */
  counted: CodeCount | undefined;
  list: UseInfiniteQueryResult<InfiniteData<CodePageJson>>;
  items: CodeItem[];
  selection: Selection;
  actions: CodeActions;
  look: LookState;
};

/** One of four: not yet there, not readable, nothing, or the rows. */
export function GalleryResults(props: GalleryResultsProps) {
  'use memo';
  const t = useTranslations('codes.gallery');
  const { list, items, params, options, look } = props;
  if (list.isPending) return <Waiting view={params.view} size={look.size} />;
  if (list.isError && items.length === 0)
    return (
      <OnceWanted when>
        <QueryError
          title={t('errorTitle')}
          error={list.error}
          onRetry={() => void list.refetch()}
          retrying={list.isFetching}
        />
      </OnceWanted>
    );
  if (items.length > 0) return <Rows {...props} />;
  return (
    <OnceWanted when>
      <Nothing {...{ params, options, look }} list={list.hasNextPage ? list : undefined} />
    </OnceWanted>
  );
}

function Rows({ list, counted, items, params, options, ...rows }: GalleryResultsProps) {
  'use memo';
  const [previewId, setPreviewId] = useState<string | null>(null);
  useListPlace();
  const loadMore = () => void list.fetchNextPage();
  // The switch answers at once; two dozen cards or rows are drawn in pieces after it.
  const view = useDeferredValue(params.view);
  const List = view === 'table' ? CodeTable : CodeGrid;
  const showApp = params.filters.app === ALL_APPS && options.apps.length > 1;
  const total = counted && !counted.capped ? counted.count : undefined;
  const foot = (
    <ListFoot
      shown={items.length}
      total={total}
      hasMore={list.hasNextPage}
      loading={list.isFetchingNextPage}
      failed={list.isFetchNextPageError}
      onLoadMore={loadMore}
    />
  );
  return (
    <>
      {/* The old rows stay, faded, until the new ones are here. */}
      <div
        aria-busy={list.isPlaceholderData}
        className={cn('transition-opacity duration-150', list.isPlaceholderData && 'opacity-55')}
      >
        <List
          {...{ items, showApp, foot }}
          firstCards={options.firstCards}
          onPreview={setPreviewId}
          {...rows}
        />
      </div>
      <OnceWanted when={previewId !== null}>
        <Lightbox
          items={items}
          id={previewId}
          onShow={setPreviewId}
          hasMore={list.hasNextPage}
          total={counted && !counted.capped && !counted.estimated ? counted.count : null}
          onLoadMore={loadMore}
        />
      </OnceWanted>
    </>
  );
}
