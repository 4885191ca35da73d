'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmAction, confirmTexts } from '@/components/data/actions/confirm-action';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { RotateDialog } from '@/components/data/secrets/rotate-dialog';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import {
  changeRobotAction,
  changeWebhookAction,
  deleteWebhookAction,
  rotateWebhookAction,
  setWebhookOffAction,
} from '@/lib/webhooks/actions';
import { WEBHOOK_OVERLAP_HOURS } from '@/lib/webhooks/limits';
import { isLocale, LOCALES } from '@/lib/i18n/locale';
import { ROBOT_EVENTS } from '@/lib/webhooks/robots';
import type { WebhookItem } from '@/lib/webhooks/queries';
import { ToldWebhookSecret } from './told-webhook-secret';
import { RobotForm } from './robot-form';
import { WebhookForm } from './webhook-form';

export type WebhookDialogProps = { item: WebhookItem; apps: readonly AppChoice[] };

/** The form of a webhook, or of a robot. */
function ChangeForm({ item, apps, close }: WebhookDialogProps & { close: (isSaved: boolean) => void }) {
  const t = useTranslations('webhooks.form');
  const { id, name, url, events } = item;
  // Those that are gone cannot be chosen, and would be refused.
  const appIds = item.appIds?.filter((appId) => apps.some((app) => app.id === appId)) ?? null;
  const form = { apps, submitLabel: t('save'), onSaved: () => close(true), onCancel: () => close(false) };
  if (item.robot === null)
    return (
      <WebhookForm
        {...form}
        known={{ name, url, events, appIds }}
        save={(values) => changeWebhookAction({ id, values })}
      />
    );
  const locale = isLocale(item.locale) ? item.locale : LOCALES[0];
  const chosen = ROBOT_EVENTS.filter((one) => events.includes(one));
  return (
    <RobotForm
      {...form}
      known={{ name, url: '', secret: '', events: chosen, appIds, locale }}
      save={(values) => changeRobotAction({ id, values })}
    />
  );
}

export function ChangeWebhookDialog({ item, apps }: WebhookDialogProps) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const { name } = item;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title={t('webhooks.change.title', { name })}
        description={t('webhooks.change.text')}
        closeLabel={t('common.close')}
        size="lg"
      >
        <ChangeForm
          {...{ item, apps }}
          close={(isSaved) => {
            setOpen(false);
            if (!isSaved) return;
            router.refresh();
            toast.success(t('webhooks.change.done', { name }));
          }}
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
