import { Send } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/data/states/empty-state';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { DeliveryList } from '@/components/webhooks/delivery-list';
import { TestButton } from '@/components/webhooks/test-button';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { idOrNotFound, orNotFound } from '@/lib/http/page';
import { getWebhook } from '@/lib/webhooks/queries';

type Props = { params: Promise<{ webhookId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('title') };
}

async function WebhookPage({ params }: Props) {
  const actor = await pageActor();
  if (!roleCan(actor.role, 'webhooks.manage')) notFound();
  const { webhook, deliveries } = await orNotFound(getWebhook(actor, idOrNotFound((await params).webhookId)));
  const t = await getTranslations('webhooks.log');
  const { id, name, isOff } = webhook;
  const action = !isOff && <TestButton id={id} />;
  return (
    <>
      <PageHeader
        title={t('title', { name })}
        description={t('kept')}
        back={{ href: '/settings/webhooks', label: t('back') }}
        actions={deliveries.length > 0 && action}
      />
      {deliveries.length === 0 ? (
        <EmptyState icon={<Send />} title={t('empty.title')} text={t('empty.text')} action={action} />
      ) : (
        <DeliveryList items={deliveries} canResend={!isOff} />
      )}
    </>
  );
}

export default withTexts(WebhookPage, ['webhooks']);
