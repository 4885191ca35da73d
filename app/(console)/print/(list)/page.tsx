import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { Shapes } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { Button } from '@/components/ui/button';
import { PrintABatch } from '@/components/exports/records/print-a-batch';
import { PrintList } from '@/components/exports/records/print-list';
import { loadScope, shownApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { pageActor } from '@/lib/auth/session';
import { listBatches } from '@/lib/batches/report/queries';
import { readListParams, type ListParams } from '@/lib/lists/list-params';
import { listPrints } from '@/lib/print/records/queries';
import { printListOptions } from '@/lib/print/records/query-options';
import { PRINT_TABS, type PrintTab } from '@/lib/print/records/record-types';
import { getQueryClient } from '@/lib/query/client';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('prints'))('title') };
}

/** The first page, as a state to hydrate from. A failure is not sent along: the browser asks by itself then. */
async function prefetch(actor: Actor, params: ListParams<PrintTab>) {
  const client = getQueryClient();
  await client
    .infiniteQuery({ ...printListOptions(params), queryFn: () => listPrints(actor, params) })
    .catch(() => undefined);
  return dehydrate(client);
}

const BATCHES_SHOWN = 3;

/** The last ones that have something to print. */
async function latestBatches(actor: Actor, app: string) {
  const { items } = await listBatches(actor, { app, tab: 'done', q: '' });
  return items.filter(({ counts }) => counts.made + counts.reused > 0).slice(0, BATCHES_SHOWN);
}

async function PrintsPage({ searchParams }: PageProps<'/print'>) {
  const actor = await pageActor();
  const [scope, said] = await Promise.all([loadScope(actor), searchParams]);
  const app = shownApp(scope, said.app);
  const [t, batches, state] = await Promise.all([
    getTranslations('prints'),
    latestBatches(actor, app),
    prefetch(actor, readListParams({ ...said, app }, PRINT_TABS)),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button variant="secondary" size="sm" render={<Link href="/print/designs" />}>
            <Shapes aria-hidden />
            {t('designs')}
          </Button>
        }
      />
      <PrintABatch batches={batches} />
      <HydrationBoundary state={state}>
        <PrintList app={app} />
      </HydrationBoundary>
    </>
  );
}

export default withTexts(PrintsPage, ['prints', 'exports', 'codes.endpoints', 'codes.gallery']);
