'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PagedList } from '@/components/data/paged-list';
import { TableSkeleton } from '@/components/data/states/page-skeletons';
import { checkRowsOptions } from '@/lib/batches/draft/draft-query-options';
import type { DryRun } from '@/lib/batches/check/dry-run-types';
import type { RowVerdict } from '@/lib/db/generated/enums';
import { VerdictTable } from './verdict-table';

export type VerdictRowsProps = {
  batchId: string;
  dryRun: DryRun;
  /** `bad`: the rows that did not pass, whose first page came with the dry run. */
  verdict: RowVerdict | 'bad';
  onEdit: (row: number) => void;
};

const BAD = ['invalid', 'duplicate'] as const;

/** Rows by their verdict, a page at a time. */
export function VerdictRows({ batchId, dryRun, verdict, onEdit }: VerdictRowsProps) {
  const t = useTranslations('batches.check');
  const verdicts = verdict === 'bad' ? BAD : [verdict];
  const first = verdict === 'bad' ? { pages: [dryRun.badRows], pageParams: [0] } : undefined;
  const list = useInfiniteQuery({
    ...checkRowsOptions(batchId, dryRun, verdicts),
    initialData: first,
    staleTime: Infinity,
  });
  const total = verdicts.reduce((sum, one) => sum + dryRun.counts[one], 0);
  return (
    <PagedList
      list={list}
      skeleton={<TableSkeleton rows={5} columns={4} />}
      errorTitle={t('failed')}
      empty={<VerdictTable rows={[]} onEdit={onEdit} />}
      total={total}
    >
      {(rows) => <VerdictTable rows={rows} onEdit={onEdit} />}
    </PagedList>
  );
}
