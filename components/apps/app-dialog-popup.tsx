'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/overlay/dialog';
import type { AppSummary } from '@/lib/apps/queries';
import { AppForm } from './app-form';

type AppDialogPopupProps = { app: AppSummary | undefined; trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function AppDialogPopup({ app, trigger }: AppDialogPopupProps) {
  const t = useTranslations();
  const [open, setOpen] = useState(true);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={trigger} />
      <DialogContent title={app ? app.name : t('apps.addSandbox')} closeLabel={t('common.close')} size="md">
        <AppForm app={app} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}
