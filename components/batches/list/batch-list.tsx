'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Layers, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EmptyState } from '@/components/data/empty-state';
import { CardListSkeleton } from '@/components/data/page-skeletons';
import { PagedList } from '@/components/data/paged-list';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { Button } from '@/components/ui/button';
import { batchListOptions } from '@/lib/batches/report/query-options';
import { BatchCard } from './batch-card';

export type BatchListProps = {
  /** Of this Mini Program, or ALL_APPS. */
  app: string;
  canWrite: boolean;
};

/** Newest first. While a batch runs, the list keeps up with it. */
export function BatchList({ app, canWrite }: BatchListProps) {
  const t = useTranslations('batches');
  const list = useInfiniteQuery(batchListOptions(app));
  const elsewhere = list.data?.pages[0]?.elsewhere ?? { total: 0, waiting: 0 };
  return (
    <>
      <ScopeNote shown={app} className="mb-4">
        {elsewhere.waiting > 0 && <span>{t('list.waitingElsewhere', { count: elsewhere.waiting })}</span>}
      </ScopeNote>
      <PagedList
        list={list}
        skeleton={<CardListSkeleton end="bar" />}
        errorTitle={t('list.errorTitle')}
        empty={<NothingYet canWrite={canWrite} elsewhere={elsewhere.total} />}
      >
        {(items) => (
          <ul aria-label={t('list.label')} className="flex flex-col gap-3">
            {items.map((batch) => (
              <li key={batch.id}>
                <BatchCard batch={batch} canWrite={canWrite} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
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

function NothingYet({ canWrite, elsewhere }: { canWrite: boolean; elsewhere: number }) {
  const t = useTranslations('batches.empty');
  return (
    <EmptyState
      icon={<Layers />}
      title={t('title')}
      text={canWrite ? t('text') : t('textViewer')}
      action={
        <>
          {canWrite && <NewBatchButton />}
          <ElsewhereButton count={elsewhere} />
        </>
      }
    />
  );
}
