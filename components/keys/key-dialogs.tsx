'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useReach } from '@/components/data/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { useDialogAction } from '@/components/data/use-dialog-action';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { changeKeyAction, revokeKeyAction, rotateKeyAction } from '@/lib/keys/actions';
import { KEY_PERMISSIONS, OVERLAP_HOURS } from '@/lib/keys/limits';
import type { KeyItem } from '@/lib/keys/queries';
import { KeyForm } from './key-form';
import { ToldKey } from './told-key';

export type KeyDialogProps = { item: KeyItem; apps: readonly AppChoice[] };

export function ChangeKeyDialog({ item, apps }: KeyDialogProps) {
  const t = useTranslations();
  const format = useFormatter();
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const { id, name, addresses, expiresAt } = item;
  const until = expiresAt && format.dateTime(new Date(expiresAt), { dateStyle: 'medium' });
  const known = {
    ...{ name, addresses },
    permissions: KEY_PERMISSIONS.filter((one) => item.permissions.includes(one)),
    // Those that are gone cannot be chosen, and would be refused.
    appIds: item.appIds?.filter((appId) => apps.some((app) => app.id === appId)) ?? null,
  };
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title={t('apiKeys.change.title', { name })}
        description={t('apiKeys.change.text')}
        closeLabel={t('common.close')}
        size="lg"
      >
        <KeyForm
          {...{ apps, known }}
          unchanged={until ? t('apiKeys.form.unchanged', { until }) : t('apiKeys.form.unchangedForever')}
          submitLabel={t('apiKeys.form.save')}
          save={(values) => changeKeyAction({ id, values })}
          onSaved={() => {
            setOpen(false);
            router.refresh();
            toast.success(t('apiKeys.change.done', { name }));
          }}
          onCancel={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  );
}

/** Makes a new secret, and shows it. */
export function RotateKeyDialog({ item: { id, name } }: KeyDialogProps) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const [open, setOpen] = useState(true);
  const [hours, setHours] = useState('24');
  const [made, setMade] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const items = OVERLAP_HOURS.map((count) => ({
    value: String(count),
    label: count === 0 ? t('apiKeys.rotate.now') : t('apiKeys.rotate.hours', { hours: count }),
  }));
  const close = () => {
    setOpen(false);
    if (made !== null) router.refresh();
  };
  const submit = async () => {
    setPending(true);
    const { data, serverError } = await reach(rotateKeyAction({ id, overlapHours: Number(hours) }));
    setPending(false);
    if (serverError) toast.error(serverError.message);
    else if (data) setMade(data.key);
  };
  return (
    <Dialog open={open} onOpenChange={(wanted) => (wanted ? setOpen(true) : close())}>
      <DialogContent
        title={made === null ? t('apiKeys.rotate.title', { name }) : t('apiKeys.made.title')}
        description={made === null ? t('apiKeys.rotate.text') : t('apiKeys.made.text')}
        closeLabel={t('common.close')}
        footer={
          made === null && (
            <>
              <Button variant="secondary" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button pending={pending} onClick={submit}>
                {t('apiKeys.rotate.submit')}
              </Button>
            </>
          )
        }
      >
        {made === null ? (
          <Field label={t('apiKeys.rotate.overlap')}>
            <Select items={items} value={hours} onValueChange={setHours} />
          </Field>
        ) : (
          <ToldKey value={made} onDone={close} />
        )}
      </DialogContent>
    </Dialog>
  );
}

export function RevokeKeyDialog({ item: { id, name } }: KeyDialogProps) {
  const t = useTranslations('apiKeys.revoke');
  const cancel = useTranslations('common')('cancel');
  const { open, setOpen, pending, run } = useDialogAction(t('done', { name }));
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
      onConfirm={() => run(() => revokeKeyAction({ id }))}
    />
  );
}
