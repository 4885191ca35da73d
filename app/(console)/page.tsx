import { AppWindow } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/data/empty-state';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { PageHeader } from '@/components/layout/page/page-header';
import { OverviewContent } from '@/components/overview/overview-content';
import { Button } from '@/components/ui/button';
import { quotaOf } from '@/lib/apps/queries';
import { loadScope, shownApp } from '@/lib/apps/scope';
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
  const [t, scope] = await Promise.all([getTranslations(), loadScope(actor)]);
  const app = scope.app ?? scope.apps[0];
  if (!app) {
    const add = <Button render={<Link href="/settings/apps" />}>{t('apps.add')}</Button>;
    const { title, text } = { title: t('overview.noApp'), text: t('overview.noAppText') };
    return <EmptyState icon={<AppWindow />} title={title} text={text} action={add} />;
  }
  const [overview, days] = await Promise.all([
    getOverview(actor, shownApp(scope)),
    codesPerDay(actor, shownApp(scope), clock.now()),
  ]);
  return (
    <>
      <PageHeader
        title={t('overview.hello', { name: actor.name })}
        description={scope.app && <ScopeNote shown={scope.app.id} />}
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
