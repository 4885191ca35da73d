'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { Button } from '@/components/ui/button';
import { DeferredPopup } from '@/components/layout/deferred-popup';
import type { Quota } from './quota-badge';

const load = () => import('./mobile-nav-sheet');
const MobileNavSheet = lazy(() => load().then((room) => ({ default: room.MobileNavSheet })));

/** The full navigation on phones. */
export function MobileNav({ quota }: { quota: Quota | null }) {
  const t = useTranslations('layout.nav');
  const trigger = (
    <Button variant="ghost" size="icon" aria-label={t('openMenu')}>
      <MenuIcon aria-hidden className="size-5" />
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <MobileNavSheet quota={quota} trigger={trigger} />
    </DeferredPopup>
  );
}
