import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ExportList } from '@/components/exports/list/export-list';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { Button } from '@/components/ui/button';
import { loadScope, shownApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { pageActor } from '@/lib/auth/session';
import { EXPORT_TABS, type ExportTab } from '@/lib/exports/export-types';
import { listExports } from '@/lib/exports/queries';
import { exportListOptions } from '@/lib/exports/query-options';
import { readListParams, type ListParams } from '@/lib/lists/list-params';
import { getQueryClient } from '@/lib/query/client';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') };
}

/** The first page, as a state to hydrate from. A failure is not sent along: the browser asks by itself then. */
async function prefetch(actor: Actor, params: ListParams<ExportTab>) {
  const client = getQueryClient();
  await client
    .infiniteQuery({ ...exportListOptions(params), queryFn: () => listExports(actor, params) })
    .catch(() => undefined);
  return dehydrate(client);
}

async function ExportsPage({ searchParams }: PageProps<'/exports'>) {
  const actor = await pageActor();
  const [scope, said] = await Promise.all([loadScope(actor), searchParams]);
  const app = shownApp(scope, said.app);
  const t = await getTranslations('exports');
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <Button variant="secondary" size="sm" render={<Link href="/print" />}>
            <Printer aria-hidden />
            {t('records')}
          </Button>
        }
      />
      <HydrationBoundary state={await prefetch(actor, readListParams({ ...said, app }, EXPORT_TABS))}>
        <ExportList app={app} />
      </HydrationBoundary>
    </>
  );
}

export default withTexts(ExportsPage, ['exports', 'codes.endpoints', 'codes.gallery']);
