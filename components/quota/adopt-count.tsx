'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import type { AppSummary } from '@/lib/apps/queries';
import { adoptWeChatCountAction } from '@/lib/quota/actions';

/** @param baseline the number of codes made elsewhere that it comes to */
export function AdoptCount({ app, baseline }: { app: AppSummary; baseline: number }) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const adopt = useMutation({
    mutationFn: () => adoptWeChatCountAction({ id: app.id }),
    onSuccess: ({ serverError }) => {
      setOpen(false);
      if (serverError) return toast.error(serverError.message);
      router.refresh();
      return toast.success(t('quota.adopt.done'));
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="secondary" size="sm">
          {t('quota.adopt.action')}
        </Button>
      }
      title={t('quota.adopt.title', { count: app.numUsed ?? 0 })}
      description={t('quota.adopt.text', { from: app.quotaBaseline, to: baseline })}
      confirmLabel={t('quota.adopt.action')}
      cancelLabel={t('common.cancel')}
      variant="primary"
      pending={adopt.isPending}
      onConfirm={() => adopt.mutate()}
    />
  );
}
