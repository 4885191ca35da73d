'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { Button } from '@/components/ui/button';
import type { AppSummary } from '@/lib/apps/queries';

const load = () => import('./app-dialog-popup');
const AppDialogPopup = lazy(() => load().then((room) => ({ default: room.AppDialogPopup })));

/** Makes a sandbox, or with `app` changes a Mini Program. */
export function AppDialog({ app }: { app?: AppSummary }) {
  const t = useTranslations('apps');
  const trigger = (
    <Button variant="secondary" size={app ? 'sm' : 'md'}>
      {t(app ? 'edit' : 'addSandbox')}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <AppDialogPopup app={app} trigger={trigger} />
    </DeferredPopup>
  );
}
