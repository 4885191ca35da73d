'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadMore } from './load-more';
import { QueryError } from './states/query-error';

export type PagedListProps<Item> = {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  skeleton: ReactNode;
  errorTitle: string;
  /** In place of no rows at all. */
  empty: ReactNode;
  /** How many there are, where that is known. */
  total?: number | undefined;
  /** The rows of all pages that are here. */
  children: (items: Item[]) => ReactNode;
};

/** One of four: not yet there, not readable, none, or the rows with the way to more of them. */
export function PagedList<Item>({
  list,
  skeleton,
  errorTitle,
  empty,
  total,
  children,
}: PagedListProps<Item>) {
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return skeleton;
  if (list.isError && items.length === 0)
    return (
      <QueryError
        title={errorTitle}
        error={list.error}
        onRetry={() => void list.refetch()}
        retrying={list.isFetching}
      />
    );
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      <LoadMore
        shown={items.length}
        total={total}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        failed={list.isFetchNextPageError}
        onLoadMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
