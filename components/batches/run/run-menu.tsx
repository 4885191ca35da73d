'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import type { RunMenuProps } from './run-menu-popup';

const load = () => import('./run-menu-popup');
const RunMenuPopup = lazy(() => load().then((room) => ({ default: room.RunMenuPopup })));

/** Last of the actions, and the only place of what cannot be taken back. */
export function RunMenu(props: RunMenuProps) {
  const t = useTranslations('common');
  const trigger = (
    <button
      type="button"
      aria-label={t('more')}
      className={buttonVariants({ variant: 'secondary', size: 'icon' })}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <RunMenuPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
