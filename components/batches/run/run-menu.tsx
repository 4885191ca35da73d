'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredMenu } from '@/components/ui/overlay/deferred-menu';
import type { RunMenuProps } from './run-menu-popup';

const load = () => import('./run-menu-popup');
const RunMenuPopup = lazy(() => load().then((room) => ({ default: room.RunMenuPopup })));

/** Last of the actions, and the only place of what cannot be taken back. */
export function RunMenu(props: RunMenuProps) {
  const t = useTranslations('common');
  return (
    <DeferredMenu label={t('more')} preload={load} variant="secondary" size="icon">
      {(trigger) => <RunMenuPopup {...props} trigger={trigger} />}
    </DeferredMenu>
  );
}
