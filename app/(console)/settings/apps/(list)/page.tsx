import { AppWindow, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { AppCard } from '@/components/apps/app-card';
import { AppDialog } from '@/components/apps/app-dialog';
import { EmptyState } from '@/components/data/states/empty-state';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { loadApps } from './load-apps';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apps'))('title') };
}

async function AppsPage() {
  const actor = await pageActor();
  const canManage = roleCan(actor.role, 'apps.manage');
  const [t, { apps, hasSandbox }] = await Promise.all([getTranslations('apps'), loadApps(actor, canManage)]);
  const actions = (
    <>
      {hasSandbox && <AppDialog />}
      <Button render={<Link href="/settings/apps/connect" />}>
        <Plus aria-hidden />
        {t('add')}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={canManage && actions} />
      {!canManage && (
        <Alert tone="info" className="mb-6">
          {t('readOnly')}
        </Alert>
      )}
      {apps.length === 0 && <EmptyState icon={<AppWindow />} title={t('empty')} text={t('emptyText')} />}
      <ul className="flex flex-col gap-4">
        {apps.map((card) => (
          <li key={card.app.id}>
            <AppCard {...card} canManage={canManage} canWrite={roleCan(actor.role, 'codes.write')} />
          </li>
        ))}
      </ul>
    </>
  );
}

export default withTexts(AppsPage, ['apps', 'audit', 'errors', 'wechat.errors']);
