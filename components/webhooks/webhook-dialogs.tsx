'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { useDialogAction } from '@/components/data/use-dialog-action';
import { useReach } from '@/components/data/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
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
import { ToldSecret } from './told-secret';
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

/** Makes a new secret, and shows it. */
export function RotateWebhookDialog({ item: { id, name } }: WebhookDialogProps) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const [open, setOpen] = useState(true);
  const [hours, setHours] = useState('24');
  const [made, setMade] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const items = WEBHOOK_OVERLAP_HOURS.map((count) => ({
    value: String(count),
    label: count === 0 ? t('webhooks.rotate.now') : t('webhooks.rotate.hours', { hours: count }),
  }));
  const close = () => {
    setOpen(false);
    if (made !== null) router.refresh();
  };
  const submit = async () => {
    setPending(true);
    const { data, serverError } = await reach(rotateWebhookAction({ id, overlapHours: Number(hours) }));
    setPending(false);
    if (serverError) toast.error(serverError.message);
    else if (data) setMade(data.secret);
  };
  return (
    <Dialog open={open} onOpenChange={(wanted) => (wanted ? setOpen(true) : close())}>
      <DialogContent
        title={made === null ? t('webhooks.rotate.title', { name }) : t('webhooks.made.title')}
        description={made === null ? t('webhooks.rotate.text') : t('webhooks.made.text')}
        closeLabel={t('common.close')}
        footer={
          made === null && (
            <>
              <Button variant="secondary" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button pending={pending} onClick={submit}>
                {t('webhooks.rotate.submit')}
              </Button>
            </>
          )
        }
      >
        {made === null ? (
          <Field label={t('webhooks.rotate.overlap')}>
            <Select items={items} value={hours} onValueChange={setHours} />
          </Field>
        ) : (
          <ToldSecret value={made} onDone={close} />
        )}
      </DialogContent>
    </Dialog>
  );
}

type AskProps = { item: WebhookItem; what: 'off' | 'delete' };

function AskDialog({ item: { id, name }, what }: AskProps) {
  const t = useTranslations(`webhooks.${what}`);
  const cancel = useTranslations('common')('cancel');
  const { open, setOpen, pending, run } = useDialogAction(t('done', { name }));
  const act = () => (what === 'off' ? setWebhookOffAction({ id, isOff: true }) : deleteWebhookAction({ id }));
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      title={t('title', { name })}
      description={t('text')}
      confirmLabel={t('submit')}
      cancelLabel={cancel}
      variant="danger"
      pending={pending}
      onConfirm={() => run(act)}
    />
  );
}

export const OffWebhookDialog = ({ item }: WebhookDialogProps) => <AskDialog {...{ item }} what="off" />;
export const DeleteWebhookDialog = ({ item }: WebhookDialogProps) => (
  <AskDialog {...{ item }} what="delete" />
);
