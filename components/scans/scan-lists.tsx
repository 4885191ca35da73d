import { ScanLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { use } from 'react';
import { EmptyState } from '@/components/data/states/empty-state';
import { useShareText } from '@/components/data/texts/use-change-text';
import { Button } from '@/components/ui/button';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { NeverScannedList } from '@/lib/live/scans/never-scanned';
import { scanQuery, type ScanFilters } from '@/lib/live/scans/scan-filters';
import type { Ranked, ScanRankings } from '@/lib/live/scans/scan-rankings';
import type { ScanReport } from '@/lib/live/scans/scan-report';
import { BarList } from './bar-list';
import { NeverCard } from './never-card';

export type ScanListsProps = {
  filters: ScanFilters;
  report: ScanReport;
  apps: readonly { id: string; name: string }[];
  lists: Promise<[ScanRankings, NeverScannedList]>;
  canMake: boolean;
};

/** How it was scanned and where, what was scanned most, and what never was. */
export function ScanLists({ filters, report, apps, lists, canMake }: ScanListsProps) {
  const t = useTranslations('scans');
  const [rankings, never] = use(lists);
  if (!never.hasLive && report.total.count + report.total.before === 0)
    return <NoLiveCodes canMake={canMake} />;
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <BarList
          title={t('top.title')}
          description={t('top.text')}
          none={t('none')}
          rows={rankings.codes.map((code) => ({ ...code, href: `/codes/${code.id}` as const }))}
        />
        <NeverCard list={never} filters={filters} />
      </div>
      <div className="gap-4 md:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
        <Parts {...{ filters, report, apps, rankings }} />
      </div>
    </>
  );
}

type PartsProps = Pick<ScanListsProps, 'filters' | 'report' | 'apps'> & { rankings: ScanRankings };

/** What the scans of the period are made of; each name leads to its own figures. What is one thing alone tells nothing. */
function Parts({ filters, report, apps, rankings }: PartsProps) {
  const t = useTranslations('scans');
  const shareText = useShareText();
  const to = (changed: Partial<ScanFilters>) =>
    `/scans?${scanQuery({ ...filters, ...changed }).toString()}` as const;
  const nameOf = (id: string) => apps.find((app) => app.id === id)?.name ?? '—';
  const parts = [
    {
      ...{ key: 'kinds' as const, isShown: filters.kind === '', least: 1 },
      rows: report.kinds
        .filter(({ count }) => count > 0)
        .map(({ kind, ...one }) => ({
          ...{ id: kind, name: t(`kinds.${kind}`), count: one.count, note: shareText(one) },
          href: to({ kind }),
        })),
    },
    {
      ...{ key: 'apps' as const, isShown: filters.app === ALL_APPS, least: 2 },
      rows: report.apps.map(({ app, ...one }) => ({
        ...{ id: app, name: nameOf(app), count: one.count, note: shareText(one), href: to({ app }) },
      })),
    },
    {
      ...{ key: 'batches' as const, isShown: filters.batch === '', least: 1 },
      rows: linked(rankings.batches, (batch) => to({ batch })),
    },
    {
      ...{ key: 'folders' as const, isShown: filters.folder === '', least: 1 },
      rows: linked(rankings.folders, (folder) => to({ folder })),
    },
    {
      ...{ key: 'tags' as const, isShown: filters.tag === '', least: 1 },
      rows: linked(rankings.tags, (tag) => to({ tag })),
    },
  ];
  return parts
    .filter(({ isShown, rows, least }) => isShown && rows.length >= least)
    .map(({ key, rows }) => <BarList key={key} title={t(`parts.${key}`)} rows={rows} none={t('none')} />);
}

function linked<Path extends `/scans?${string}`>(rows: readonly Ranked[], to: (id: string) => Path) {
  return rows.map((row) => ({ ...row, href: to(row.id) }));
}

function NoLiveCodes({ canMake }: { canMake: boolean }) {
  const t = useTranslations('scans.empty');
  return (
    <EmptyState
      icon={<ScanLine />}
      title={t('title')}
      text={t('text')}
      action={canMake && <Button render={<Link href="/codes/new" />}>{t('action')}</Button>}
    />
  );
}
