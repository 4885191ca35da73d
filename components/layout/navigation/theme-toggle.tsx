'use client';

import { Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { Button } from '@/components/ui/button';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';

const load = () => import('./preference-menu');
const PreferenceMenu = lazy(() => load().then((room) => ({ default: room.PreferenceMenu })));

export function ThemeToggle() {
  const t = useTranslations('layout.theme');
  const trigger = (
    <Button variant="ghost" size="icon" aria-label={t('label')}>
      <Sun aria-hidden className="size-4 dark:hidden" />
      <Moon aria-hidden className="hidden size-4 dark:block" />
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <PreferenceMenu of="theme" trigger={trigger} />
    </DeferredPopup>
  );
}
