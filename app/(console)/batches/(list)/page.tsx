import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BatchList, NewBatchButton } from '@/components/batches/list/batch-list';
import { PageHeader } from '@/components/layout/page/page-header';
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
async function prefetch(actor: Actor) {
  const client = getQueryClient();
  await client
    .infiniteQuery({ ...batchListOptions(), queryFn: () => listBatches(actor) })
    .catch(() => undefined);
  return dehydrate(client);
}

export default async function BatchesPage() {
  const actor = await pageActor();
  const t = await getTranslations('batches');
  const canWrite = roleCan(actor.role, 'batches.write');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={canWrite && <NewBatchButton />}
      />
      <HydrationBoundary state={await prefetch(actor)}>
        <BatchList canWrite={canWrite} />
      </HydrationBoundary>
    </>
  );
}
