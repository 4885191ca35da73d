import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { filterParams, NO_FILTERS } from '@/lib/codes/find/filters';
import { NEVER_SCANNED_DAYS } from '@/lib/live/limits';
import { NEVER_AGES, scanQuery, type ScanFilters } from '@/lib/live/scans/scan-filters';
import type { NeverScanned, NeverScannedList } from '@/lib/live/scans/never-scanned';

export type NeverCardProps = { list: NeverScannedList; filters: ScanFilters };

const choice =
  'inline-flex h-8 items-center rounded-md px-2.5 text-[0.8125rem] text-muted-foreground focus-ring hover:bg-muted hover:text-foreground aria-[current=true]:bg-muted aria-[current=true]:font-medium aria-[current=true]:text-foreground max-md:h-11';

/** Codes that hang somewhere, or nowhere: made or printed some days ago and never scanned. */
export function NeverCard({ list: { items, count }, filters }: NeverCardProps) {
  const t = useTranslations('scans.never');
  const days = Number(filters.age);
  const isPrinted = filters.printed === '1';
  // The gallery knows one age, and no prints.
  const isInGallery = days === NEVER_SCANNED_DAYS && !isPrinted;
  const { app, batch, folder, tag } = filters;
  const inGallery = filterParams({
    ...{ ...NO_FILTERS, app, batch, folder, tag: tag === '' ? [] : [tag] },
    ...{ status: ['READY'], scans: 'never' },
  }).toString();
  const to = (changed: Partial<ScanFilters>) =>
    `/scans?${scanQuery({ ...filters, ...changed }).toString()}` as const;
  return (
    <Card>
      <CardHeader title={t('title')} description={t(isPrinted ? 'printedText' : 'text', { days, count })} />
      <CardBody className="pt-3">
        <div className="mb-2 flex flex-wrap gap-x-4 gap-y-1">
          <Choices label={t('age')}>
            {NEVER_AGES.map((age) => (
              <Choice key={age} href={to({ age })} isCurrent={filters.age === age}>
                {t('days', { days: Number(age) })}
              </Choice>
            ))}
          </Choices>
          <Choices label={t('which')}>
            <Choice href={to({ printed: '' })} isCurrent={!isPrinted}>
              {t('all')}
            </Choice>
            <Choice href={to({ printed: '1' })} isCurrent={isPrinted}>
              {t('printed')}
            </Choice>
          </Choices>
        </div>
        {items.length === 0 && <p className="py-4 text-muted-foreground">{t('none')}</p>}
        <ul className="divide-y divide-border">
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </ul>
        {count > items.length && (
          <p className="mt-2 text-[0.8125rem] text-muted-foreground">
            {t('more', { shown: items.length })}
            {isInGallery && (
              <>
                {' · '}
                <Link
                  href={`/codes?${inGallery}`}
                  prefetch={false}
                  className="inline-flex items-center rounded-sm text-accent-text underline-offset-4 focus-ring hover:underline max-md:min-h-11"
                >
                  {t('inGallery')}
                </Link>
              </>
            )}
          </p>
        )}
      </CardBody>
    </Card>
  );
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="-ms-2.5 flex">
      {children}
    </nav>
  );
}

type ChoiceProps = { href: `/scans?${string}`; isCurrent: boolean; children: string };

function Choice({ href, isCurrent, children }: ChoiceProps) {
  return (
    <Link
      href={href}
      replace
      scroll={false}
      prefetch={false}
      aria-current={isCurrent ? 'true' : undefined}
      className={choice}
    >
      {children}
    </Link>
  );
}

function Row({ item: { id, name, madeAt, printedAt } }: { item: NeverScanned }) {
  const t = useTranslations('scans.never');
  const format = useFormatter();
  const dayOf = (date: Date) => format.dateTime(date, { dateStyle: 'medium' });
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-1.5">
      <Link
        href={`/codes/${id}`}
        prefetch={false}
        title={name}
        className="flex min-h-6 min-w-0 items-center rounded-sm text-accent-text underline-offset-4 focus-ring hover:underline max-md:min-h-11"
      >
        <span className="truncate">{name}</span>
      </Link>
      <span className="ms-auto text-[0.8125rem] text-muted-foreground">
        {printedAt ? t('printedOn', { day: dayOf(printedAt) }) : t('madeOn', { day: dayOf(madeAt) })}
      </span>
    </li>
  );
}
