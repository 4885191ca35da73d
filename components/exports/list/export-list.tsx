'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { CardListSkeleton } from '@/components/data/page-skeletons';
import { PagedList } from '@/components/data/paged-list';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { Button } from '@/components/ui/button';
import { exportListOptions } from '@/lib/exports/query-options';
import { ExportCard } from './export-card';

/** What was exported, newest first. @param app of this Mini Program, or ALL_APPS */
export function ExportList({ app }: { app: string }) {
  const t = useTranslations('exports');
  const list = useInfiniteQuery(exportListOptions(app));
  return (
    <>
      <ScopeNote shown={app} className="mb-4" />
      <PagedList
        list={list}
        skeleton={<CardListSkeleton end="button" />}
        errorTitle={t('list.errorTitle')}
        empty={<NothingYet elsewhere={list.data?.pages[0]?.elsewhere ?? 0} />}
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
    </>
  );
}

function NothingYet({ elsewhere }: { elsewhere: number }) {
  const t = useTranslations('exports.empty');
  return (
    <EmptyState
      icon={<FileDown />}
      title={t('title')}
      text={t('text')}
      action={
        <>
          <Button render={<Link href="/codes" />}>{t('action')}</Button>
          <ElsewhereButton count={elsewhere} />
        </>
      }
    />
  );
}
