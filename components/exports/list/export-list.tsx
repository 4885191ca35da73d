'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PagedList } from '@/components/data/paged-list';
import { EmptyState } from '@/components/data/states/empty-state';
import { TableSkeleton } from '@/components/data/states/page-skeletons';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { useTicks } from '@/components/data/use-ticks';
import { ListHead } from '@/components/data/work-list/list-head';
import { NoneHere } from '@/components/data/work-list/none-here';
import { TickBar } from '@/components/data/work-list/tick-bar';
import { useListAddress, type ListAddress } from '@/components/data/work-list/use-list-address';
import { WorkTable, wide } from '@/components/data/work-list/work-table';
import { Button } from '@/components/ui/button';
import { EXPORT_TABS, type ExportTab } from '@/lib/exports/export-types';
import { exportListOptions } from '@/lib/exports/query-options';
import { ExportRow } from './export-row';
import { useRemoveExports } from './use-remove-exports';

/** What was exported, of one Mini Program or ALL_APPS, newest first. While one is being made, the list keeps up with it. */
export function ExportList({ app }: { app: string }) {
  const t = useTranslations('exports');
  const address = useListAddress(EXPORT_TABS, app);
  const { tab, q } = address.params;
  const list = useInfiniteQuery(exportListOptions(address.params));
  const { counts, elsewhere = 0 } = list.data?.pages[0] ?? {};
  const removable = list.data?.pages.flatMap(({ items }) => items.filter(({ canRemove }) => canRemove)) ?? [];
  const ticks = useTicks(removable, `${app} ${tab} ${q}`);
  const remove = useRemoveExports();
  const heads = [
    { key: 'name', label: t('list.name') },
    { key: 'state', label: t('list.state'), className: `w-64 ${wide}` },
    { key: 'created', label: t('list.created'), className: `w-44 ${wide}` },
  ];
  const shownTicks = removable.length > 0 ? ticks : null;
  return (
    <>
      <ScopeNote shown={app} className="mb-4" />
      <ListHead
        tabs={EXPORT_TABS.map((value) => ({ value, label: t(`tabs.${value}`), count: counts?.[value] }))}
        tabsLabel={t('tabs.label')}
        address={address}
        searchLabel={t('list.search')}
        clearLabel={t('list.clearSearch')}
      />
      <PagedList
        list={list}
        skeleton={<TableSkeleton rows={8} columns={4} />}
        errorTitle={t('list.errorTitle')}
        total={counts?.[tab]}
        empty={<Empty address={address} elsewhere={elsewhere} />}
      >
        {(items) => (
          <WorkTable label={t('list.label')} ticks={shownTicks} heads={heads}>
            {items.map((item) => (
              <ExportRow
                key={item.id}
                item={item}
                ticks={shownTicks}
                onRemove={() => remove.mutate([item.id])}
              />
            ))}
          </WorkTable>
        )}
      </PagedList>
      <TickBar
        ticks={ticks}
        removeLabel={t('remove.button')}
        pending={remove.isPending}
        onRemove={() => remove.mutate(ticks.ids, { onSuccess: ticks.clear })}
      />
    </>
  );
}

function Empty({ address, elsewhere }: { address: ListAddress<ExportTab>; elsewhere: number }) {
  const t = useTranslations('exports.none');
  const { tab, q } = address.params;
  if (tab === 'all' && q === '') return <NothingYet elsewhere={elsewhere} />;
  return (
    <NoneHere title={q === '' ? t(tab) : t('search', { q })} onShowAll={address.clear}>
      <ElsewhereButton count={elsewhere} />
    </NoneHere>
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
