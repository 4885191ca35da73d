'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import type { AppMenuProps } from './app-menu-popup';

const load = () => import('./app-menu-popup');
const AppMenuPopup = lazy(() => load().then((room) => ({ default: room.AppMenuPopup })));

export function AppMenu(props: AppMenuProps) {
  const t = useTranslations('apps');
  const trigger = (
    <button
      type="button"
      className={buttonVariants({ variant: 'ghost', size: 'icon-sm' })}
      aria-label={t('menu', { name: props.app.name })}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <AppMenuPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
