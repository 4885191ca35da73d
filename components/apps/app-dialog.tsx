'use client';

import { Plus, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog';
import type { AppSummary } from '@/lib/apps/queries';
import { AppForm } from './app-form';

/** Connects a Mini Program, or with `app` changes one. */
export function AppDialog({ app }: { app?: AppSummary }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const trigger = app ? (
    <Button variant="secondary" size="sm">
      <Settings2 aria-hidden />
      {t('apps.edit')}
    </Button>
  ) : (
    <Button>
      <Plus aria-hidden />
      {t('apps.add')}
    </Button>
  );
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={trigger} />
      <DialogContent title={app ? app.name : t('apps.add')} closeLabel={t('common.close')} size="md">
        <AppForm app={app} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}
