'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { NewSecretDialog } from '@/components/data/secrets/new-secret-dialog';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { createWebhookAction } from '@/lib/webhooks/actions';
import { ToldWebhookSecret } from './told-webhook-secret';
import { WebhookForm } from './webhook-form';

type NewWebhookPopupProps = { trigger: ReactElement; apps: readonly AppChoice[] };

export function NewWebhookPopup({ trigger, apps }: NewWebhookPopupProps) {
  const t = useTranslations('webhooks');
  return (
    <NewSecretDialog
      trigger={trigger}
      ask={{ title: t('form.new'), description: t('form.newText') }}
      made={{ title: t('made.title'), description: t('made.text') }}
      form={(onMade, close) => (
        <WebhookForm
          apps={apps}
          submitLabel={t('form.submit')}
          save={createWebhookAction}
          onSaved={(told) => told && onMade(told.secret)}
          onCancel={close}
        />
      )}
      told={(secret, close) => <ToldWebhookSecret value={secret} onDone={close} />}
    />
  );
}
