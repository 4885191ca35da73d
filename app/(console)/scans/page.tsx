import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { CardsSkeleton } from '@/components/data/states/page-skeletons';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { ScanChartCard } from '@/components/scans/scan-chart-card';
import { ScanFilterBar } from '@/components/scans/scan-filter-bar';
import { ScanLists } from '@/components/scans/scan-lists';
import { Button } from '@/components/ui/button';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { scanQuery } from '@/lib/live/scans/scan-filters';
import { loadScans } from './load-scans';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scans'))('title') };
}

async function ScansPage({ searchParams }: PageProps<'/scans'>) {
  const actor = await pageActor();
  const [t, { lists, ...shown }] = await Promise.all([
    getTranslations('scans'),
    loadScans(actor, await searchParams),
  ]);
  const { filters, report } = shown;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          roleCan(actor.role, 'codes.export') && (
            <Button variant="secondary" render={<a href={`/api/scans/csv?${scanQuery(filters)}`} download />}>
              <Download aria-hidden />
              {t('csv')}
            </Button>
          )
        }
      />
      <ScopeNote shown={filters.app} className="mb-3" />
      <ScanFilterBar {...shown} days={report.period} />
      <div className="flex flex-col gap-4">
        <ScanChartCard report={report} />
        <Suspense key={scanQuery(filters).toString()} fallback={<CardsSkeleton />}>
          <ScanLists
            {...{ filters, report, apps: shown.apps, lists }}
            canMake={roleCan(actor.role, 'codes.write')}
          />
        </Suspense>
      </div>
    </>
  );
}

export default withTexts(ScansPage, ['scans.filters', 'scans.kinds']);
