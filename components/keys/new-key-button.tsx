'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { Button } from '@/components/ui/button';
import type { AppChoice } from '@/components/data/sight/sight-text';

const load = () => import('./new-key-popup');
const NewKeyPopup = lazy(() => load().then((room) => ({ default: room.NewKeyPopup })));

export function NewKeyButton({ apps }: { apps: readonly AppChoice[] }) {
  const t = useTranslations('apiKeys.form');
  const trigger = (
    <Button>
      <KeyRound aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <NewKeyPopup {...{ trigger, apps }} />
    </DeferredPopup>
  );
}
