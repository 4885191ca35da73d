'use client';

import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { lazy } from 'react';
import { Button } from '@/components/ui/button';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';

const load = () => import('./preference-menu');
const PreferenceMenu = lazy(() => load().then((room) => ({ default: room.PreferenceMenu })));

export function LocaleSwitch() {
  const t = useTranslations('layout.locale');
  const locale = useLocale();
  const trigger = (
    <Button variant="ghost" aria-label={`${t('label')}: ${t(locale)}`}>
      <Languages aria-hidden />
      {t(locale)}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <PreferenceMenu of="locale" trigger={trigger} />
    </DeferredPopup>
  );
}
