'use client';

import { Bot } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { Button } from '@/components/ui/button';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';

const load = () => import('./new-robot-popup');
const NewRobotPopup = lazy(() => load().then((room) => ({ default: room.NewRobotPopup })));

export function NewRobotButton({ apps }: { apps: readonly AppChoice[] }) {
  const t = useTranslations('webhooks.robot');
  const trigger = (
    <Button variant="secondary">
      <Bot aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <NewRobotPopup {...{ trigger, apps }} />
    </DeferredPopup>
  );
}
