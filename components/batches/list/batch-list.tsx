'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Layers, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { LoadMore } from '@/components/data/load-more';
import { QueryError } from '@/components/data/query-error';
import { Button } from '@/components/ui/button';
import { batchListOptions } from '@/lib/batches/report/query-options';
import { BatchCard } from './batch-card';
import { BatchListSkeleton } from './batch-list-skeleton';

/** Newest first. While a batch runs, the list keeps up with it. */
export function BatchList({ canWrite }: { canWrite: boolean }) {
  const t = useTranslations('batches');
  const list = useInfiniteQuery(batchListOptions());
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <BatchListSkeleton />;
  if (list.isError && items.length === 0)
    return (
      <QueryError
        title={t('list.errorTitle')}
        error={list.error}
        onRetry={() => void list.refetch()}
        retrying={list.isFetching}
      />
    );
  if (items.length === 0) return <NothingYet canWrite={canWrite} />;
  return (
    <>
      <ul aria-label={t('list.label')} className="flex flex-col gap-3">
        {items.map((batch) => (
          <li key={batch.id}>
            <BatchCard batch={batch} canWrite={canWrite} />
          </li>
        ))}
      </ul>
      <LoadMore
        shown={items.length}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        failed={list.isFetchNextPageError}
        onLoadMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

/** Where a batch begins. */
export function NewBatchButton({ className }: { className?: string | undefined }) {
  const t = useTranslations('batches');
  return (
    <Button render={<Link href="/batches/new" />} className={className}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
}

function NothingYet({ canWrite }: { canWrite: boolean }) {
  const t = useTranslations('batches.empty');
  return (
    <EmptyState
      icon={<Layers />}
      title={t('title')}
      text={canWrite ? t('text') : t('textViewer')}
      action={canWrite && <NewBatchButton />}
    />
  );
}
