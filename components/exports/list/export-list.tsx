'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { LoadMore } from '@/components/data/load-more';
import { QueryError } from '@/components/data/query-error';
import { Button } from '@/components/ui/button';
import { exportListOptions } from '@/lib/exports/query-options';
import { ExportCard } from './export-card';
import { ExportListSkeleton } from './export-list-skeleton';

/** What was exported, newest first. */
export function ExportList() {
  const t = useTranslations('exports');
  const list = useInfiniteQuery(exportListOptions());
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <ExportListSkeleton />;
  if (list.isError && items.length === 0)
    return (
      <QueryError
        title={t('list.errorTitle')}
        error={list.error}
        onRetry={() => void list.refetch()}
        retrying={list.isFetching}
      />
    );
  if (items.length === 0) return <NothingYet />;
  return (
    <>
      <ul aria-label={t('list.label')} className="flex flex-col gap-3">
        {items.map((item) => (
          <li key={item.id}>
            <ExportCard item={item} onRefused={() => void list.refetch()} />
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

function NothingYet() {
  const t = useTranslations('exports.empty');
  return (
    <EmptyState
      icon={<FileDown />}
      title={t('title')}
      text={t('text')}
      action={<Button render={<Link href="/codes" />}>{t('action')}</Button>}
    />
  );
}
