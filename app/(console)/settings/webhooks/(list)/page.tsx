import { Webhook } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForbiddenPage } from '@/app/(console)/settings/forbidden-page';
import { EmptyState } from '@/components/data/states/empty-state';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { NewRobotButton } from '@/components/webhooks/new-robot-button';
import { NewWebhookButton } from '@/components/webhooks/new-webhook-button';
import { WebhookList } from '@/components/webhooks/webhook-list';
import { listApps } from '@/lib/apps/queries';
import { mayOpen } from '@/lib/audit/refusals';
import { pageActor } from '@/lib/auth/session';
import { listWebhooks } from '@/lib/webhooks/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('title') };
}

async function WebhooksPage() {
  const actor = await pageActor();
  const t = await getTranslations('webhooks');
  if (!(await mayOpen(actor, 'webhooks.manage'))) return <ForbiddenPage room="webhooks" />;
  const [items, all] = await Promise.all([listWebhooks(actor), listApps(actor)]);
  const apps = all.map(({ id, name }) => ({ id, name }));
  const action = (
    <>
      <NewRobotButton apps={apps} />
      <NewWebhookButton apps={apps} />
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={items.length > 0 && action} />
      {items.length === 0 ? (
        <EmptyState icon={<Webhook />} title={t('empty.title')} text={t('empty.text')} action={action} />
      ) : (
        <WebhookList items={items} apps={apps} />
      )}
    </>
  );
}

export default withTexts(WebhooksPage, ['webhooks', 'members.sight', 'organize']);
