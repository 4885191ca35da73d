import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportList } from '@/components/exports/list/export-list';
import { PageHeader } from '@/components/layout/page/page-header';
import { loadScope, shownApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { pageActor } from '@/lib/auth/session';
import { listExports } from '@/lib/exports/queries';
import { exportListOptions } from '@/lib/exports/query-options';
import { getQueryClient } from '@/lib/query/client';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') };
}

/** The first page, as a state to hydrate from. A failure is not sent along: the browser asks by itself then. */
async function prefetch(actor: Actor, app: string) {
  const client = getQueryClient();
  await client
    .infiniteQuery({ ...exportListOptions(app), queryFn: () => listExports(actor, app) })
    .catch(() => undefined);
  return dehydrate(client);
}

export default async function ExportsPage({ searchParams }: PageProps<'/exports'>) {
  const actor = await pageActor();
  const app = shownApp(await loadScope(actor), (await searchParams).app);
  const t = await getTranslations('exports');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <HydrationBoundary state={await prefetch(actor, app)}>
        <ExportList app={app} />
      </HydrationBoundary>
    </>
  );
}
