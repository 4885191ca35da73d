'use client';

import { useMutation } from '@tanstack/react-query';
import { FlaskConical, PlugZap, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/layout/confirm-action';
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
  const t = useTranslations('apps');
  return (
    <ConfirmAction
      trigger={
        <Button variant="ghost" size="sm">
          <Trash2 aria-hidden />
          {t('remove.action')}
        </Button>
      }
      title={t('remove.title', { name: app.name })}
      description={t('remove.text')}
      confirmLabel={t('remove.confirm')}
      action={() => deleteAppAction({ id: app.id })}
      done={t('removed', { name: app.name })}
    />
  );
}
