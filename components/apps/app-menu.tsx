'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredMenu } from '@/components/ui/overlay/deferred-menu';
import type { AppMenuProps } from './app-menu-popup';

const load = () => import('./app-menu-popup');
const AppMenuPopup = lazy(() => load().then((room) => ({ default: room.AppMenuPopup })));

export function AppMenu(props: AppMenuProps) {
  const t = useTranslations('apps');
  return (
    <DeferredMenu label={t('menu', { name: props.app.name })} preload={load}>
      {(trigger) => <AppMenuPopup {...props} trigger={trigger} />}
    </DeferredMenu>
  );
}
