'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { History, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PagedList } from '@/components/data/paged-list';
import { EmptyState } from '@/components/data/states/empty-state';
import { TableSkeleton } from '@/components/data/states/page-skeletons';
import { useAddress } from '@/components/data/use-address';
import { Button } from '@/components/ui/button';
import { auditQuery, readAuditFilters, type AuditFilters } from '@/lib/audit/filters';
import type { AuditPerson } from '@/lib/audit/queries';
import { auditListOptions } from '@/lib/audit/query-options';
import { AuditFilterBar } from './audit-filter-bar';
import { AuditTable } from './audit-table';

/** What happened, newest first, narrowed by what stands in the address. */
export function AuditLog({ people }: { people: readonly AuditPerson[] }) {
  const t = useTranslations('audit');
  const [address, setAddress] = useAddress();
  const filters = readAuditFilters(Object.fromEntries(address));
  const list = useInfiniteQuery({ ...auditListOptions(filters), placeholderData: keepPreviousData });
  const change = (changed: Partial<AuditFilters>) =>
    setAddress(Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, value || null])));
  const clear = () => change({ who: '', area: '', from: '', to: '', q: '' });
  const isNarrowed = auditQuery(filters).size > 0;
  return (
    <>
      <AuditFilterBar {...{ filters, people, change }} onClear={isNarrowed ? clear : null} />
      <PagedList
        list={list}
        skeleton={<TableSkeleton rows={10} columns={5} />}
        errorTitle={t('list.errorTitle')}
        empty={<Empty onClear={isNarrowed ? clear : null} />}
      >
        {(items) => <AuditTable items={items} />}
      </PagedList>
    </>
  );
}

function Empty({ onClear }: { onClear: (() => void) | null }) {
  const t = useTranslations('audit');
  if (!onClear) return <EmptyState icon={<History />} title={t('none.title')} text={t('none.text')} />;
  return (
    <EmptyState
      variant="no-match"
      icon={<SearchX />}
      title={t('none.match')}
      action={
        <Button variant="secondary" onClick={onClear}>
          {t('filters.clear')}
        </Button>
      }
    />
  );
}
