'use client';

import { Download, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DateInput } from '@/components/data/date-input/date-input';
import { ListSearch } from '@/components/data/work-list/list-head';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/form/select';
import { AUDIT_AREAS } from '@/lib/audit/catalogue';
import { auditQuery, BY_STRANGERS, BY_SYSTEM, type AuditFilters } from '@/lib/audit/filters';
import type { AuditPerson } from '@/lib/audit/queries';

export type AuditFilterBarProps = {
  filters: AuditFilters;
  people: readonly AuditPerson[];
  change: (changed: Partial<AuditFilters>) => void;
  /** Null while nothing is narrowed. */
  onClear: (() => void) | null;
};

/** Who, what kind, when, which thing; and the same list as a file. */
export function AuditFilterBar({ filters, people, change, onClear }: AuditFilterBarProps) {
  const t = useTranslations('audit');
  return (
    <div role="search" className="mb-4 flex flex-col gap-2">
      <div className="flex gap-2">
        <div className="min-w-0 flex-1">
          <ListSearch
            q={filters.q}
            onSearch={(q) => change({ q: q.trim() })}
            label={t('list.search')}
            clearLabel={t('list.clearSearch')}
          />
        </div>
        <Button variant="secondary" render={<a href={`/api/audit/csv?${auditQuery(filters)}`} download />}>
          <Download aria-hidden />
          {t('export')}
        </Button>
      </div>
      <div className="flex flex-wrap items-start gap-2 max-md:grid max-md:grid-cols-2">
        <Choices filters={filters} people={people} change={change} />
        <Days filters={filters} change={change} />
        {onClear && (
          <Button variant="ghost" className="max-md:col-span-2" onClick={onClear}>
            <X aria-hidden />
            {t('filters.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Choices({ filters, people, change }: Omit<AuditFilterBarProps, 'onClear'>) {
  const t = useTranslations('audit');
  return (
    <>
      <Select
        aria-label={t('list.who')}
        className="md:w-36"
        value={filters.who}
        onValueChange={(who) => change({ who })}
        items={[
          { value: '', label: t('filters.everyone') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          { value: BY_SYSTEM, label: t('list.system') },
          { value: BY_STRANGERS, label: t('list.stranger') },
        ]}
      />
      <Select
        aria-label={t('list.what')}
        className="md:w-40"
        value={filters.area}
        onValueChange={(area) => change({ area })}
        items={[
          { value: '', label: t('filters.everything') },
          ...AUDIT_AREAS.map((area) => ({ value: area, label: t(`areas.${area}`) })),
        ]}
      />
    </>
  );
}

function Days({ filters, change }: Pick<AuditFilterBarProps, 'filters' | 'change'>) {
  const t = useTranslations('audit.filters');
  return (['from', 'to'] as const).map((end) => (
    <DateInput
      key={end}
      label={t(end)}
      value={filters[end]}
      onValueChange={(day) => change({ [end]: day })}
      placeholder={t(end)}
      className="md:w-40"
    />
  ));
}
