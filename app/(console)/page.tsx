import { AppWindow } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/data/empty-state';
import { PageHeader } from '@/components/layout/page/page-header';
import { OverviewContent } from '@/components/overview/overview-content';
import { Button } from '@/components/ui/button';
import { currentApp } from '@/lib/apps/current-app';
import { quotaOf } from '@/lib/apps/queries';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { clock } from '@/lib/clock';
import { getOverview } from '@/lib/overview/queries';
import { codesPerDay } from '@/lib/quota/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

export default async function OverviewPage() {
  const actor = await pageActor();
  const [t, app] = await Promise.all([getTranslations(), currentApp(actor)]);
  if (!app) {
    const add = <Button render={<Link href="/settings/apps" />}>{t('apps.add')}</Button>;
    const { title, text } = { title: t('overview.noApp'), text: t('overview.noAppText') };
    return <EmptyState icon={<AppWindow />} title={title} text={text} action={add} />;
  }
  const [overview, days] = await Promise.all([
    getOverview(actor, app.id),
    codesPerDay(actor, app.id, clock.now()),
  ]);
  return (
    <>
      <PageHeader
        title={t('overview.hello', { name: actor.name })}
        description={t('overview.description', { name: app.name })}
      />
      <OverviewContent
        overview={overview}
        days={days}
        quota={quotaOf(app)}
        canWrite={roleCan(actor.role, 'codes.write')}
      />
    </>
  );
}
