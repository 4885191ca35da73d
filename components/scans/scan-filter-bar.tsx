'use client';

import { X } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { DateInput } from '@/components/data/date-input/date-input';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/form/segmented';
import { Select } from '@/components/ui/form/select';
import { cn } from '@/components/ui/cn';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { PERIOD_MAX_DAYS, SCAN_PERIODS, type ScanFilters } from '@/lib/live/scans/scan-filters';
import { SCAN_KINDS } from '@/lib/live/scans/scan-kinds';

type Named = { id: string; name: string };

export type ScanFilterBarProps = {
  filters: ScanFilters;
  /** The days that are shown now. */
  days: { from: string; to: string; isCut: boolean };
  apps: readonly Named[];
  folders: readonly Named[];
  tags: readonly Named[];
  /** Of the batch that the address names. */
  batchName: string | null;
};

type Change = (changed: Partial<ScanFilters>) => void;

/** The server answers each choice with a page: it is read as a whole. */
export function ScanFilterBar(props: ScanFilterBarProps) {
  const { filters, days, batchName } = props;
  const t = useTranslations('scans.filters');
  const router = useRouter();
  const address = useSearchParams();
  const [pending, start] = useTransition();
  const change: Change = (changed) => {
    const next = new URLSearchParams(address);
    for (const [name, value] of Object.entries(changed)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    start(() => router.replace(`/scans?${next}`, { scroll: false }));
  };
  const isNarrowed = [filters.batch, filters.folder, filters.tag, filters.kind].some((value) => value !== '');
  return (
    <div
      role="search"
      aria-label={t('label')}
      className={cn('mb-4 flex flex-col gap-3', pending && 'opacity-60')}
    >
      <Period filters={filters} days={days} change={change} />
      <div className="flex flex-wrap items-center gap-2 max-md:grid max-md:grid-cols-2">
        <Choices {...props} change={change} />
        {batchName !== null && (
          <Button variant="secondary" className="max-md:col-span-2" onClick={() => change({ batch: '' })}>
            {t('ofBatch', { name: batchName })}
            <X aria-hidden />
          </Button>
        )}
        {isNarrowed && (
          <Button
            variant="ghost"
            className="max-md:col-span-2"
            onClick={() => change({ batch: '', folder: '', tag: '', kind: '' })}
          >
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Period({
  filters,
  days,
  change,
}: Pick<ScanFilterBarProps, 'filters' | 'days'> & { change: Change }) {
  const t = useTranslations('scans.filters');
  const isOwn = filters.from !== '';
  const [opened, setOpened] = useState(false);
  const [own, setOwn] = useState({ from: days.from, to: days.to });
  const pick = (picked: Partial<typeof own>) => {
    const next = { ...own, ...picked };
    setOwn(next);
    if (next.from !== '' && next.to !== '') change(next);
  };
  const choose = (value: 'own' | ScanFilters['period']) => {
    setOpened(value === 'own');
    if (value === 'own') setOwn({ from: days.from, to: days.to });
    else change({ period: value, from: '', to: '' });
  };
  const isOpen = opened || isOwn;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Segmented<'own' | ScanFilters['period']>
        aria-label={t('period')}
        className="max-sm:w-full"
        value={isOpen ? 'own' : filters.period}
        onValueChange={choose}
        items={[
          ...SCAN_PERIODS.map((value) => ({ value, label: t('days', { days: Number(value) }) })),
          { value: 'own', label: t('own') },
        ]}
      />
      {isOpen &&
        (['from', 'to'] as const).map((end) => (
          <DateInput
            key={end}
            label={t(end)}
            value={own[end]}
            onValueChange={(day) => pick({ [end]: day })}
            className="w-40 max-sm:w-[calc(50%-0.25rem)]"
          />
        ))}
      {isOpen && days.isCut && (
        <p role="status" className="w-full text-[0.8125rem] text-muted-foreground">
          {t('cut', { max: PERIOD_MAX_DAYS })}
        </p>
      )}
    </div>
  );
}

function Choices({ filters, apps, folders, tags, change }: ScanFilterBarProps & { change: Change }) {
  const t = useTranslations('scans.filters');
  const tKind = useTranslations('scans.kinds');
  const optionsOf = (all: string, named: readonly Named[]) => [
    { value: '', label: all },
    ...named.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const selects = [
    {
      ...{ name: 'app' as const, label: t('app'), isShown: apps.length > 1 },
      value: filters.app,
      items: [
        { value: ALL_APPS, label: t('allApps') },
        ...apps.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    {
      ...{ name: 'folder' as const, label: t('folder'), isShown: folders.length > 0 },
      ...{ value: filters.folder, items: optionsOf(t('allFolders'), folders) },
    },
    {
      ...{ name: 'tag' as const, label: t('tag'), isShown: tags.length > 0 },
      ...{ value: filters.tag, items: optionsOf(t('allTags'), tags) },
    },
    {
      ...{ name: 'kind' as const, label: t('kind'), isShown: true, value: filters.kind },
      items: optionsOf(
        t('allKinds'),
        SCAN_KINDS.map((kind) => ({ id: kind, name: tKind(kind) })),
      ),
    },
  ];
  return selects
    .filter(({ isShown }) => isShown)
    .map(({ name, label, value, items }) => (
      <Select
        key={name}
        aria-label={label}
        className="md:w-40"
        value={value}
        onValueChange={(chosen) => change({ [name]: chosen })}
        items={items}
      />
    ));
}
