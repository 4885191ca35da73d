import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { SandboxForm } from '@/components/apps/sandbox/sandbox-form';
import { SandboxTools } from '@/components/apps/sandbox/sandbox-tools';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { getSandboxView } from '@/lib/apps/sandbox/service';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { idOrNotFound, orNotFound } from '@/lib/http/page';

type Props = { params: Promise<{ appId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sandbox'))('title') };
}

async function SandboxPage({ params }: Props) {
  const actor = await pageActor();
  if (!roleCan(actor.role, 'apps.manage')) notFound();
  const appId = idOrNotFound((await params).appId);
  const [t, view] = await Promise.all([getTranslations('sandbox'), orNotFound(getSandboxView(actor, appId))]);
  return (
    <>
      <PageHeader
        title={`${t('title')} · ${view.name}`}
        description={t('description')}
        back={{ href: '/settings/apps', label: t('back') }}
      />
      <div className="flex max-w-3xl flex-col gap-6">
        <SandboxForm view={view} />
        <SandboxTools id={view.id} />
      </div>
    </>
  );
}

export default withTexts(SandboxPage, ['sandbox', 'errors', 'wechat.errors']);
