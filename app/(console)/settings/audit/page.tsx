import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditLog } from '@/components/audit/audit-log';
import { KeepField } from '@/components/audit/keep-field';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { readAuditFilters, type AuditFilters } from '@/lib/audit/filters';
import { getAuditKeep } from '@/lib/audit/keep';
import { listAudit, listAuditPeople } from '@/lib/audit/queries';
import { auditListOptions } from '@/lib/audit/query-options';
import { mayOpen } from '@/lib/audit/refusals';
import type { Actor } from '@/lib/auth/actor';
import { pageActor } from '@/lib/auth/session';
import { getQueryClient } from '@/lib/query/client';
import { ForbiddenPage } from '../forbidden-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

/** The first page, as a state to hydrate from. A failure is not sent along: the browser asks by itself then. */
async function prefetch(actor: Actor, filters: AuditFilters) {
  const client = getQueryClient();
  await client
    .infiniteQuery({ ...auditListOptions(filters), queryFn: () => listAudit(actor, filters) })
    .catch(() => undefined);
  return dehydrate(client);
}

async function AuditPage({ searchParams }: PageProps<'/settings/audit'>) {
  const actor = await pageActor();
  const t = await getTranslations('audit');
  if (!(await mayOpen(actor, 'audit.read'))) return <ForbiddenPage room="audit" />;
  const filters = readAuditFilters(await searchParams);
  const [people, keep, state] = await Promise.all([
    listAuditPeople(actor),
    getAuditKeep(actor),
    prefetch(actor, filters),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<KeepField key={keep} days={keep} />}
      />
      <HydrationBoundary state={state}>
        <AuditLog people={people} />
      </HydrationBoundary>
    </>
  );
}

export default withTexts(AuditPage, ['audit', 'purposes.builtIn']);
