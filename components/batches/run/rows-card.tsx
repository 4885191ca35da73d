'use client';

import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { PagedList } from '@/components/data/paged-list';
import { TableSkeleton } from '@/components/data/states/page-skeletons';
import { useAddress } from '@/components/data/use-address';
import { ListSearch } from '@/components/data/work-list/list-head';
import { cn } from '@/components/ui/cn';
import { batchRowsOptions } from '@/lib/batches/report/query-options';
import {
  ROW_STATUSES,
  type BatchDetail,
  type BatchProgress,
  type BatchRowPage,
  type RowStatus,
} from '@/lib/batches/report/run-types';
import { FilterPills } from '../filter-pills';
import { RowsTable } from './rows-table';

export type RowsCardProps = { batch: BatchDetail; progress: BatchProgress; canRetry: boolean };

/** Of fewer rows nobody has to search. */
const SEARCHED_FROM = 20;
/** As often as the progress above. */
const REFRESH_PAGE_MS = 1_500;

/** The rows in the order of the table, narrowed by what became of them. The choice stands in the address. */
export function RowsCard({ batch, progress, canRetry }: RowsCardProps) {
  const t = useTranslations('batches.table');
  const { status, q, setStatus, setSearch } = useRowFilter();
  const list = useInfiniteQuery({
    ...batchRowsOptions(batch.id, { ...(status !== 'all' && { status }), ...(q !== '' && { q }) }),
    placeholderData: keepPreviousData,
    // Every page on the screen is asked for again, so many pages are asked for less often.
    refetchInterval: ({ state }) =>
      progress.state === 'RUNNING' && REFRESH_PAGE_MS * (state.data?.pages.length ?? 1),
  });
  useLastLook(progress, list.refetch);
  const count = (kind: RowStatus | 'all') => (kind === 'all' ? progress.total : progress[kind]);
  const kinds = (['all', ...ROW_STATUSES] as const).filter((kind) => count(kind) > 0 || kind === status);

  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="text-[0.9375rem] leading-6 font-semibold">{t('title')}</h2>
        <FilterPills
          aria-label={t('filter')}
          value={status}
          onValueChange={setStatus}
          items={kinds.map((kind) => ({ value: kind, label: t(`filters.${kind}`), count: count(kind) }))}
        />
      </div>
      {progress.total > SEARCHED_FROM && (
        <div className="md:max-w-72">
          <ListSearch q={q} onSearch={setSearch} label={t('search')} clearLabel={t('clearSearch')} />
        </div>
      )}
      <Rows batchId={batch.id} list={list} total={q === '' ? count(status) : undefined} canRetry={canRetry} />
    </section>
  );
}

/**
 * Rows that were read before the last ones were settled would be shown as under way for ever: they are asked for again once
 * a batch has come to rest, and with each count that changes after that, such as by calls that were on their way.
 */
function useLastLook(progress: BatchProgress, refetch: () => unknown): void {
  const counts = [progress.state, ...ROW_STATUSES.map((status) => progress[status])].join(' ');
  const mark = progress.state === 'RUNNING' ? progress.state : counts;
  const seen = useRef(mark);
  useEffect(() => {
    if (mark === seen.current) return;
    seen.current = mark;
    if (mark !== 'RUNNING') refetch();
  }, [mark, refetch]);
}

type RowsProps = {
  batchId: string;
  list: UseInfiniteQueryResult<InfiniteData<BatchRowPage>>;
  total: number | undefined;
  canRetry: boolean;
};

function Rows({ batchId, list, total, canRetry }: RowsProps) {
  const t = useTranslations('batches.table');
  return (
    <div aria-busy={list.isPlaceholderData} className={cn(list.isPlaceholderData && 'opacity-55')}>
      <PagedList
        list={list}
        skeleton={<TableSkeleton rows={8} columns={5} />}
        errorTitle={t('failedLoad')}
        empty={
          <p className="rounded-xl border border-border py-12 text-center text-muted-foreground">
            {t('none')}
          </p>
        }
        total={total}
      >
        {(items) => <RowsTable batchId={batchId} items={items} canRetry={canRetry} />}
      </PagedList>
    </div>
  );
}

type Filter = RowStatus | 'all';

function useRowFilter() {
  const [address, setAddress] = useAddress();
  const asked = address.get('status');
  const status: Filter = ROW_STATUSES.find((one) => one === asked) ?? 'all';
  return {
    status,
    q: address.get('q')?.trim() ?? '',
    setStatus: (next: Filter) => setAddress({ status: next === 'all' ? null : next }),
    setSearch: (next: string) => setAddress({ q: next.trim() === '' ? null : next }),
  };
}
