'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmAction, confirmTexts } from '@/components/data/actions/confirm-action';
import { RotateDialog } from '@/components/data/secrets/rotate-dialog';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
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

export function RotateKeyDialog({ item: { id, name } }: KeyDialogProps) {
  const t = useTranslations('apiKeys');
  return (
    <RotateDialog
      ask={{ title: t('rotate.title', { name }), description: t('rotate.text') }}
      made={{ title: t('made.title'), description: t('made.text') }}
      hours={OVERLAP_HOURS.map((hours) => ({
        value: String(hours),
        label: hours === 0 ? t('rotate.now') : t('rotate.hours', { hours }),
      }))}
      texts={{ overlap: t('rotate.overlap'), submit: t('rotate.submit') }}
      rotate={(overlapHours) => rotateKeyAction({ id, overlapHours })}
      told={({ key }, close) => <ToldKey value={key} onDone={close} />}
    />
  );
}

export function RevokeKeyDialog({ item: { id, name } }: KeyDialogProps) {
  const t = useTranslations('apiKeys.revoke');
  return <ConfirmAction texts={confirmTexts(t, name)} action={() => revokeKeyAction({ id })} />;
}
