import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppJsonForm } from '@/components/apps/pages/app-json-form';
import { AskedCard } from '@/components/apps/pages/asked-card';
import { DeclaredCard } from '@/components/apps/parameters/declared-card';
import { ChangesCard } from '@/components/apps/pages/changes-card';
import { EarlierCard } from '@/components/apps/pages/earlier-card';
import { LostCard } from '@/components/apps/pages/lost-card';
import { NewestCard } from '@/components/apps/pages/newest-card';
import { LiveSnippet } from '@/components/codes/live/live-snippet';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { getAppPages } from '@/lib/apps/pages/queries';
import { getDeclaredPages } from '@/lib/apps/parameters/queries';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { idOrNotFound, orNotFound } from '@/lib/http/page';
import { siteLiveOrigin } from '@/lib/http/site-origin';

type Props = { params: Promise<{ appId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appPages'))('title') };
}

async function AppPagesPage({ params }: Props) {
  const actor = await pageActor();
  const appId = idOrNotFound((await params).appId);
  const [t, snippet, view, declared, origin] = await Promise.all([
    getTranslations('appPages'),
    getTranslations('live.snippet'),
    orNotFound(getAppPages(actor, appId)),
    orNotFound(getDeclaredPages(actor, appId)),
    siteLiveOrigin(),
  ]);
  const { app, newest, compared, lost, releases, asked } = view;
  const canWrite = roleCan(actor.role, 'codes.write');
  return (
    <>
      <PageHeader
        title={`${t('title')} · ${app.name}`}
        description={t('description')}
        back={{ href: '/settings/apps', label: t('back') }}
      />
      <div className="flex max-w-3xl flex-col gap-6">
        {newest && lost.length > 0 && <LostCard key={newest.givenAt} lost={lost} newest={newest} />}
        {compared && <ChangesCard compared={compared} />}
        <AskedCard miniProgramId={app.id} asked={asked} canAsk={canWrite} />
        <NewestCard view={view} />
        <DeclaredCard miniProgramId={app.id} declared={declared} canWrite={canWrite} />
        <Card className="px-5 py-4 sm:px-6">
          <Disclosure
            summary={<h2 className="text-[0.9375rem] leading-6 font-semibold">{snippet('title')}</h2>}
          >
            <LiveSnippet origin={origin} declared={declared} />
          </Disclosure>
        </Card>
        {canWrite && <AppJsonForm miniProgramId={app.id} isNext={newest !== null} />}
        {releases.length > 1 && <EarlierCard releases={releases.slice(1)} />}
      </div>
    </>
  );
}

export default withTexts(AppPagesPage, ['appPages', 'codes.detail', 'errors', 'live.snippet']);
