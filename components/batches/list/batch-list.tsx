'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Layers, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { lazy } from 'react';
import { PagedList } from '@/components/data/paged-list';
import { EmptyState } from '@/components/data/states/empty-state';
import { TableSkeleton } from '@/components/data/states/page-skeletons';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { useTicks, type Ticks } from '@/components/data/use-ticks';
import { ListHead } from '@/components/data/work-list/list-head';
import { NoneHere } from '@/components/data/work-list/none-here';
import { useListAddress, type ListAddress } from '@/components/data/work-list/use-list-address';
import { WorkTable, wide } from '@/components/data/work-list/work-table';
import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { DRAFT_MAX_DAYS } from '@/lib/batches/limits';
import { batchListOptions } from '@/lib/batches/report/query-options';
import { BATCH_TABS, type BatchItem, type BatchPage, type BatchTab } from '@/lib/batches/report/run-types';
import { BatchRow } from './batch-row';

const RemoveDrafts = lazy(() => import('./remove-drafts').then((room) => ({ default: room.RemoveDrafts })));

export type BatchListProps = {
  canWrite: boolean;
  /** Of this Mini Program, or ALL_APPS. */
  app: string;
  /** There are several Mini Programs in the list: each row says whose it is. */
  showApp: boolean;
};

const NONE: BatchItem[] = [];
const NO_PAGE: Partial<BatchPage> = {};
const NONE_ELSEWHERE = { total: 0, waiting: 0 };

function itemsOf(data: { pages: BatchPage[] } | undefined): BatchItem[] {
  return data?.pages.flatMap(({ items }) => items) ?? NONE;
}

/** Newest first. While a batch runs, the list keeps up with it. */
export function BatchList({ app, canWrite, showApp }: BatchListProps) {
  const t = useTranslations('batches');
  const address = useListAddress(BATCH_TABS, app);
  const { tab, q } = address.params;
  const list = useInfiniteQuery(batchListOptions(address.params));
  const { counts, elsewhere = NONE_ELSEWHERE } = list.data?.pages[0] ?? NO_PAGE;
  // Only drafts can be cleared away, so only their tab has boxes to tick.
  const mayTick = tab === 'drafts' && canWrite;
  const ticks = useTicks(mayTick ? itemsOf(list.data) : NONE, `${app} ${tab} ${q}`);
  return (
    <>
      <ScopeNote shown={app} className="mb-4">
        {elsewhere.waiting > 0 && <span>{t('list.waitingElsewhere', { count: elsewhere.waiting })}</span>}
      </ScopeNote>
      <ListHead
        tabs={BATCH_TABS.map((value) => ({ value, label: t(`tabs.${value}`), count: counts?.[value] }))}
        tabsLabel={t('tabs.label')}
        address={address}
        searchLabel={t('list.search')}
        clearLabel={t('list.clearSearch')}
      />
      {tab === 'drafts' && (
        <p className="mb-3 text-[0.8125rem] text-muted-foreground">
          {t('list.draftsNote', { days: DRAFT_MAX_DAYS })}
        </p>
      )}
      <PagedList
        list={list}
        skeleton={<TableSkeleton rows={8} columns={4} />}
        errorTitle={t('list.errorTitle')}
        total={counts?.[tab]}
        empty={<Empty address={address} canWrite={canWrite} elsewhere={elsewhere.total} />}
      >
        {(items) => <Rows {...{ items, canWrite, showApp }} ticks={mayTick ? ticks : null} />}
      </PagedList>
      <OnceWanted when={ticks.ids.length > 0}>
        <RemoveDrafts ticks={ticks} />
      </OnceWanted>
    </>
  );
}

type RowsProps = Pick<BatchListProps, 'canWrite' | 'showApp'> & { items: BatchItem[]; ticks: Ticks | null };

function Rows({ items, ticks, ...props }: RowsProps) {
  const t = useTranslations('batches');
  const heads = [
    { key: 'name', label: t('list.name') },
    { key: 'progress', label: t('run.progress'), className: `w-64 ${wide}` },
    { key: 'created', label: t('list.created'), className: `w-44 ${wide}` },
  ];
  return (
    <WorkTable label={t('list.label')} ticks={ticks} heads={heads}>
      {items.map((batch) => (
        <BatchRow key={batch.id} batch={batch} ticks={ticks} {...props} />
      ))}
    </WorkTable>
  );
}

type EmptyProps = Pick<BatchListProps, 'canWrite'> & { address: ListAddress<BatchTab>; elsewhere: number };

function Empty({ address, canWrite, elsewhere }: EmptyProps) {
  const t = useTranslations('batches.none');
  const { tab, q } = address.params;
  if (tab === 'all' && q === '') return <NothingYet {...{ canWrite, elsewhere }} />;
  const title = q === '' ? t(tab) : t('search', { q });
  return (
    <NoneHere title={title} onShowAll={address.clear}>
      <ElsewhereButton count={elsewhere} />
    </NoneHere>
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
