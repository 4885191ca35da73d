'use client';

import { useMutation } from '@tanstack/react-query';
import { FlaskConical, PlugZap, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { deleteAppAction, testConnectionAction } from '@/lib/apps/actions';
import type { AppSummary } from '@/lib/apps/queries';
import { AppDialog } from './app-dialog';
import { ConnectionResult } from './connection-result';

export function AppActions({ app }: { app: AppSummary }) {
  const t = useTranslations('apps');
  const test = useMutation({ mutationFn: () => testConnectionAction({ id: app.id }) });
  return (
    <div className="flex flex-col gap-4 border-t border-border pt-5">
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="secondary" size="sm" pending={test.isPending} onClick={() => test.mutate()}>
          <PlugZap aria-hidden />
          {t('test.action')}
        </Button>
        <AppDialog app={app} />
        {app.mode === 'SANDBOX' && (
          <Button variant="secondary" size="sm" render={<Link href={`/settings/apps/${app.id}/sandbox`} />}>
            <FlaskConical aria-hidden />
            {t('sandbox')}
          </Button>
        )}
        <RemoveApp app={app} />
      </div>
      <div aria-live="polite">{test.data && <ConnectionResult result={test.data} />}</div>
    </div>
  );
}

function RemoveApp({ app }: { app: AppSummary }) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteAppAction({ id: app.id }),
    onSuccess: ({ serverError }) => {
      setOpen(false);
      if (serverError) return toast.error(serverError.message);
      router.refresh();
      return toast.success(t('apps.removed', { name: app.name }));
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm">
          <Trash2 aria-hidden />
          {t('apps.remove.action')}
        </Button>
      }
      title={t('apps.remove.title', { name: app.name })}
      description={t('apps.remove.text')}
      confirmLabel={t('apps.remove.confirm')}
      cancelLabel={t('common.cancel')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  );
}
