'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PagedList } from '@/components/data/paged-list';
import { EmptyState } from '@/components/data/states/empty-state';
import { TableSkeleton } from '@/components/data/states/page-skeletons';
import { CoverPicture } from '@/components/data/work-list/cover-picture';
import { ListHead } from '@/components/data/work-list/list-head';
import { NoneHere } from '@/components/data/work-list/none-here';
import { useListAddress, type ListAddress } from '@/components/data/work-list/use-list-address';
import { NameCell, nameLink, wide, WorkRow, WorkTable } from '@/components/data/work-list/work-table';
import { PrintFacts } from '../list/print-facts';
import { useScopeTitle } from '../use-scope-text';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell } from '@/components/ui/table';
import type { ExportItem } from '@/lib/exports/export-types';
import { isPrint } from '@/lib/exports/options';
import { printListOptions } from '@/lib/print/records/query-options';
import { PRINT_TABS, type PrintTab } from '@/lib/print/records/record-types';
import { PrintStateBadge } from '@/components/data/print-state-badge';

/** What was printed, of one Mini Program or ALL_APPS, newest first. */
export function PrintList({ app }: { app: string }) {
  const t = useTranslations('prints');
  const address = useListAddress(PRINT_TABS, app);
  const { tab } = address.params;
  const list = useInfiniteQuery(printListOptions(address.params));
  const { counts, elsewhere = 0 } = list.data?.pages[0] ?? {};
  const heads = [
    { key: 'name', label: t('list.name') },
    { key: 'state', label: t('list.state'), className: `w-40 ${wide}` },
    { key: 'created', label: t('list.created'), className: `w-44 ${wide}` },
  ];
  return (
    <>
      <ScopeNote shown={app} className="mb-4" />
      <ListHead
        tabs={PRINT_TABS.map((value) => ({
          value,
          label: t(value === 'all' ? 'list.all' : `states.${value}`),
          count: counts?.[value],
        }))}
        tabsLabel={t('list.tabs')}
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
          <WorkTable label={t('title')} ticks={null} heads={heads}>
            {items.map((item) => (
              <PrintRow key={item.id} item={item} />
            ))}
          </WorkTable>
        )}
      </PagedList>
    </>
  );
}

function PrintRow({ item }: { item: ExportItem }) {
  const t = useTranslations('prints');
  const title = useScopeTitle()(item.scope);
  const { id, covers, print, options, createdBy, createdAt } = item;
  const badge = print && <PrintStateBadge state={print} />;
  return (
    <WorkRow
      {...{ id, name: title, ticks: null, canTick: false, actions: null }}
      cover={<CoverPicture covers={covers} icon={<Printer />} isMany={item.total > 1} />}
    >
      <NameCell second={isPrint(options) && <PrintFacts options={options} />} secondOnPhones phone={badge}>
        <Link href={`/print/${id}`} prefetch={false} title={title} data-row-link className={nameLink}>
          {title}
        </Link>
      </NameCell>
      <TableCell className={cn('py-2', wide)}>{badge}</TableCell>
      <TableCell
        className={cn('py-2 text-[0.8125rem] leading-5 whitespace-nowrap text-muted-foreground', wide)}
      >
        <span className="block max-w-36 truncate">{createdBy ?? t('system')}</span>
        <RelativeTime value={createdAt} />
      </TableCell>
    </WorkRow>
  );
}

function Empty({ address, elsewhere }: { address: ListAddress<PrintTab>; elsewhere: number }) {
  const t = useTranslations('prints.none');
  const { tab, q } = address.params;
  if (tab !== 'all' || q !== '')
    return (
      <NoneHere title={q === '' ? t(tab) : t('search', { q })} onShowAll={address.clear}>
        <ElsewhereButton count={elsewhere} />
      </NoneHere>
    );
  return (
    <EmptyState
      icon={<Printer />}
      title={t('all')}
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
