import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppJsonForm } from '@/components/apps/pages/app-json-form';
import { AskedCard } from '@/components/apps/pages/asked-card';
import { EarlierCard } from '@/components/apps/pages/earlier-card';
import { NewestCard } from '@/components/apps/pages/newest-card';
import { DeclaredCard } from '@/components/apps/parameters/declared-card';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { getAppPages } from '@/lib/apps/pages/queries';
import { getDeclaredPages } from '@/lib/apps/parameters/queries';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { siteLiveOrigin } from '@/lib/http/origin/site-origin';
import { idOrNotFound, orNotFound } from '@/lib/http/page';
import { Comparison } from './comparison';
import { SnippetCard } from './snippet-card';

type Props = PageProps<'/settings/apps/[appId]/pages'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appPages'))('title') };
}

async function AppPagesPage({ params, searchParams }: Props) {
  const actor = await pageActor();
  const appId = idOrNotFound((await params).appId);
  const { from, to } = await searchParams;
  const [t, view, declared, origin] = await Promise.all([
    getTranslations('appPages'),
    orNotFound(getAppPages(actor, appId, { from: String(from), to: String(to) })),
    orNotFound(getDeclaredPages(actor, appId)),
    siteLiveOrigin(),
  ]);
  const { app, newest, releases, asked } = view;
  const canWrite = roleCan(actor.role, 'codes.write');
  return (
    <>
      <PageHeader
        title={`${t('title')} · ${app.name}`}
        description={t('description')}
        back={{ href: '/settings/apps', label: t('back') }}
      />
      <div className="flex max-w-3xl flex-col gap-6">
        <Comparison view={view} canWrite={canWrite} />
        <AskedCard miniProgramId={app.id} asked={asked} canAsk={canWrite} />
        <NewestCard view={view} />
        <DeclaredCard miniProgramId={app.id} declared={declared} canWrite={canWrite} />
        <SnippetCard {...{ origin, declared }} />
        {canWrite && <AppJsonForm miniProgramId={app.id} isNext={newest !== null} />}
        {releases.length > 1 && <EarlierCard releases={releases.slice(1)} />}
      </div>
    </>
  );
}

export default withTexts(AppPagesPage, [
  'appPages',
  'codes.detail',
  'errors',
  'live.snippet',
  'live.many',
  'live.saved',
  'live.savedPlan',
  'live.rules',
  'live.startsAt',
  'live.dialog',
  'live.pauseDialog',
  'live.fields',
  'live.state',
  'wechat.issues',
  'wechat.characters',
]);
