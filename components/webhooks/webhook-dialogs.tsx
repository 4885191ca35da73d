'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { ConfirmAction, confirmTexts } from '@/components/data/confirm-action';
import { RotateDialog } from '@/components/data/secrets/rotate-dialog';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import {
  changeWebhookAction,
  deleteWebhookAction,
  rotateWebhookAction,
  setWebhookOffAction,
} from '@/lib/webhooks/actions';
import { WEBHOOK_OVERLAP_HOURS } from '@/lib/webhooks/limits';
import type { WebhookItem } from '@/lib/webhooks/queries';
import { ToldWebhookSecret } from './told-webhook-secret';
import { WebhookForm } from './webhook-form';

export type WebhookDialogProps = { item: WebhookItem; apps: readonly AppChoice[] };

export function ChangeWebhookDialog({ item, apps }: WebhookDialogProps) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const { id, name, url, events } = item;
  // Those that are gone cannot be chosen, and would be refused.
  const appIds = item.appIds?.filter((appId) => apps.some((app) => app.id === appId)) ?? null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title={t('webhooks.change.title', { name })}
        description={t('webhooks.change.text')}
        closeLabel={t('common.close')}
        size="lg"
      >
        <WebhookForm
          apps={apps}
          known={{ name, url, events, appIds }}
          submitLabel={t('webhooks.form.save')}
          save={(values) => changeWebhookAction({ id, values })}
          onSaved={() => {
            setOpen(false);
            router.refresh();
            toast.success(t('webhooks.change.done', { name }));
          }}
          onCancel={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  );
}

export function RotateWebhookDialog({ item: { id, name } }: WebhookDialogProps) {
  const t = useTranslations('webhooks');
  return (
    <RotateDialog
      ask={{ title: t('rotate.title', { name }), description: t('rotate.text') }}
      made={{ title: t('made.title'), description: t('made.text') }}
      hours={WEBHOOK_OVERLAP_HOURS.map((hours) => ({
        value: String(hours),
        label: hours === 0 ? t('rotate.now') : t('rotate.hours', { hours }),
      }))}
      texts={{ overlap: t('rotate.overlap'), submit: t('rotate.submit') }}
      rotate={(overlapHours) => rotateWebhookAction({ id, overlapHours })}
      told={({ secret }, close) => <ToldWebhookSecret value={secret} onDone={close} />}
    />
  );
}

export function OffWebhookDialog({ item: { id, name } }: WebhookDialogProps) {
  const texts = confirmTexts(useTranslations('webhooks.off'), name);
  return <ConfirmAction texts={texts} action={() => setWebhookOffAction({ id, isOff: true })} />;
}

export function DeleteWebhookDialog({ item: { id, name } }: WebhookDialogProps) {
  const texts = confirmTexts(useTranslations('webhooks.delete'), name);
  return <ConfirmAction texts={texts} action={() => deleteWebhookAction({ id })} />;
}
