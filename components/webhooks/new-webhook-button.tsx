'use client';

import { Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { Button } from '@/components/ui/button';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';

const load = () => import('./new-webhook-popup');
const NewWebhookPopup = lazy(() => load().then((room) => ({ default: room.NewWebhookPopup })));

export function NewWebhookButton({ apps }: { apps: readonly AppChoice[] }) {
  const t = useTranslations('webhooks.form');
  const trigger = (
    <Button>
      <Webhook aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <NewWebhookPopup {...{ trigger, apps }} />
    </DeferredPopup>
  );
}
