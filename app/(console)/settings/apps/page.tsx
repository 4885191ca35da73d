import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppCard } from '@/components/apps/app-card';
import { AppDialog } from '@/components/apps/app-dialog';
import { EmptyState } from '@/components/data/empty-state';
import { PageHeader } from '@/components/layout/page/page-header';
import { QuotaMeter } from '@/components/data/quota-meter';
import { Alert } from '@/components/ui/alert';
import { AppWindow } from 'lucide-react';
import { listApps, quotaOf } from '@/lib/apps/queries';
import { listTokenEvents } from '@/lib/apps/token-events';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apps'))('title') };
}

export default async function AppsPage() {
  const actor = await pageActor();
  const [t, apps] = await Promise.all([getTranslations('apps'), listApps(actor)]);
  const canManage = roleCan(actor.role, 'apps.manage');
  const events = canManage ? await listTokenEvents(actor) : undefined;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={canManage && <AppDialog />} />
      {!canManage && (
        <Alert tone="info" className="mb-6">
          {t('readOnly')}
        </Alert>
      )}
      {apps.length === 0 && <EmptyState icon={<AppWindow />} title={t('empty')} text={t('emptyText')} />}
      <ul className="flex flex-col gap-4">
        {apps.map((app) => (
          <li key={app.id}>
            <AppCard
              app={app}
              canManage={canManage}
              events={events?.get(app.id) ?? []}
              quota={<QuotaMeter label={t('quota')} {...quotaOf(app)} />}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
