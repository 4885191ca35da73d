import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ConnectForm } from '@/components/apps/connect/connect-form';
import { ConsoleGuide } from '@/components/apps/connect/console-guide';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apps'))('add') };
}

async function ConnectPage() {
  const actor = await pageActor();
  if (!roleCan(actor.role, 'apps.manage')) notFound();
  const t = await getTranslations('apps');
  return (
    <>
      <PageHeader
        title={t('add')}
        description={
          <>
            {t('connect.description')} {/* They stand below the form, which fills a phone. */}
            <a
              href="#console-guide"
              className="thumb-reach rounded-sm text-accent-text underline underline-offset-4 focus-ring lg:hidden"
            >
              {t('connect.toGuide')}
            </a>
          </>
        }
        back={{ href: '/settings/apps', label: t('title') }}
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)] lg:gap-10">
        <ConnectForm />
        <ConsoleGuide />
      </div>
    </>
  );
}

export default withTexts(ConnectPage, ['apps', 'errors', 'wechat.errors']);
