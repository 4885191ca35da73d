'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { CardListSkeleton } from '@/components/data/page-skeletons';
import { PagedList } from '@/components/data/paged-list';
import { Button } from '@/components/ui/button';
import { exportListOptions } from '@/lib/exports/query-options';
import { ExportCard } from './export-card';

/** What was exported, newest first. */
export function ExportList() {
  const t = useTranslations('exports');
  const list = useInfiniteQuery(exportListOptions());
  return (
    <PagedList
      list={list}
      skeleton={<CardListSkeleton end="button" />}
      errorTitle={t('list.errorTitle')}
      empty={<NothingYet />}
    >
      {(items) => (
        <ul aria-label={t('list.label')} className="flex flex-col gap-3">
          {items.map((item) => (
            <li key={item.id}>
              <ExportCard item={item} onRefused={() => void list.refetch()} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
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
