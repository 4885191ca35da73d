'use client';

import { Plus, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/layout/deferred-popup';
import { Button } from '@/components/ui/button';
import type { AppSummary } from '@/lib/apps/queries';

const load = () => import('./app-dialog-popup');
const AppDialogPopup = lazy(() => load().then((room) => ({ default: room.AppDialogPopup })));

/** Connects a Mini Program, or with `app` changes one. */
export function AppDialog({ app }: { app?: AppSummary }) {
  const t = useTranslations('apps');
  const trigger = app ? (
    <Button variant="secondary" size="sm">
      <Settings2 aria-hidden />
      {t('edit')}
    </Button>
  ) : (
    <Button>
      <Plus aria-hidden />
      {t('add')}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <AppDialogPopup app={app} trigger={trigger} />
    </DeferredPopup>
  );
}
