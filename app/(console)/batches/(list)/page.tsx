import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BatchList, NewBatchButton } from '@/components/batches/list/batch-list';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { loadScope, shownApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { listBatches } from '@/lib/batches/report/queries';
import { batchListOptions } from '@/lib/batches/report/query-options';
import { BATCH_TABS, type BatchTab } from '@/lib/batches/report/run-types';
import { readListParams, type ListParams } from '@/lib/lists/list-params';
import { getQueryClient } from '@/lib/query/client';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches'))('title') };
}

/** The first page, as a state to hydrate from. A failure is not sent along: the browser asks by itself then. */
async function prefetch(actor: Actor, params: ListParams<BatchTab>) {
  const client = getQueryClient();
  await client
    .infiniteQuery({ ...batchListOptions(params), queryFn: () => listBatches(actor, params) })
    .catch(() => undefined);
  return dehydrate(client);
}

async function BatchesPage({ searchParams }: PageProps<'/batches'>) {
  const actor = await pageActor();
  const [t, scope, said] = await Promise.all([getTranslations('batches'), loadScope(actor), searchParams]);
  const app = shownApp(scope, said.app);
  const canWrite = roleCan(actor.role, 'batches.write');
  return (
    <>
      <PageHeader title={t('title')} actions={canWrite && <NewBatchButton />} />
      <HydrationBoundary state={await prefetch(actor, readListParams({ ...said, app }, BATCH_TABS))}>
        <BatchList app={app} canWrite={canWrite} showApp={app === ALL_APPS && scope.apps.length > 1} />
      </HydrationBoundary>
    </>
  );
}

export default withTexts(BatchesPage, ['batches']);
