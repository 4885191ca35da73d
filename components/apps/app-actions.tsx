'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { testConnectionAction } from '@/lib/apps/actions';
import type { AppCodes } from '@/lib/apps/health';
import type { AppSummary } from '@/lib/apps/queries';
import { AppDialog } from './app-dialog';
import { AppMenu } from './app-menu';
import { ConnectionResult } from './connection-result';

export type AppActionsProps = { app: AppSummary; keptBy: AppCodes['keptBy'] };

/** What an administrator does with a Mini Program; what stops or removes it lies in the menu. */
export function AppActions({ app, keptBy }: AppActionsProps) {
  const t = useTranslations('apps');
  const router = useRouter();
  const test = useMutation({
    mutationFn: () => testConnectionAction({ id: app.id }),
    // The card says whether it works.
    onSuccess: () => router.refresh(),
  });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="secondary" size="sm" pending={test.isPending} onClick={() => test.mutate()}>
          {t('test.action')}
        </Button>
        <AppDialog app={app} />
        <AppMenu app={app} keptBy={keptBy} />
      </div>
      <div aria-live="polite" className="basis-full empty:hidden">
        {test.data && <ConnectionResult result={test.data} />}
      </div>
    </>
  );
}
