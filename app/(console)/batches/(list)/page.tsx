import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BatchList, NewBatchButton } from '@/components/batches/list/batch-list';
import { PageHeader } from '@/components/layout/page/page-header';
import { loadScope, shownApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { listBatches } from '@/lib/batches/report/queries';
import { batchListOptions } from '@/lib/batches/report/query-options';
import { getQueryClient } from '@/lib/query/client';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches'))('title') };
}

/** The first page, as a state to hydrate from. A failure is not sent along: the browser asks by itself then. */
async function prefetch(actor: Actor, app: string) {
  const client = getQueryClient();
  await client
    .infiniteQuery({ ...batchListOptions(app), queryFn: () => listBatches(actor, app) })
    .catch(() => undefined);
  return dehydrate(client);
}

export default async function BatchesPage({ searchParams }: PageProps<'/batches'>) {
  const actor = await pageActor();
  const app = shownApp(await loadScope(actor), (await searchParams).app);
  const t = await getTranslations('batches');
  const canWrite = roleCan(actor.role, 'batches.write');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={canWrite && <NewBatchButton />}
      />
      <HydrationBoundary state={await prefetch(actor, app)}>
        <BatchList app={app} canWrite={canWrite} />
      </HydrationBoundary>
    </>
  );
}
