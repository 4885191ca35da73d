'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredMenu } from '@/components/ui/overlay/deferred-menu';

const load = () => import('./draft-menu-popup');
const DraftMenuPopup = lazy(() => load().then((room) => ({ default: room.DraftMenuPopup })));

/** Last of the actions, and the only place of what cannot be taken back. */
export function DraftMenu({ batch }: { batch: { id: string; name: string } }) {
  const t = useTranslations('common');
  return (
    <DeferredMenu label={t('more')} preload={load} variant="secondary" size="icon">
      {(trigger) => <DraftMenuPopup batch={batch} trigger={trigger} />}
    </DeferredMenu>
  );
}
