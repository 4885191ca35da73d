'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/layout/confirm-action';
import { Button } from '@/components/ui/button';
import type { AppSummary } from '@/lib/apps/queries';
import { adoptWeChatCountAction } from '@/lib/quota/actions';

/** @param baseline the number of codes made elsewhere that it comes to */
export function AdoptCount({ app, baseline }: { app: AppSummary; baseline: number }) {
  const t = useTranslations('quota.adopt');
  return (
    <ConfirmAction
      trigger={
        <Button variant="secondary" size="sm">
          {t('action')}
        </Button>
      }
      title={t('title', { count: app.numUsed ?? 0 })}
      description={t('text', { from: app.quotaBaseline, to: baseline })}
      confirmLabel={t('action')}
      variant="primary"
      action={() => adoptWeChatCountAction({ id: app.id })}
      done={t('done')}
    />
  );
}
