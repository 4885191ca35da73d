'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import type { Prover } from '../second-step/proof-form';
import { RecoveryCodes } from '../second-step/recovery-codes';
import { AddPasskey } from './add-passkey';

export type AddDialogProps = { prover: Prover; origin: string; deviceName: string | null };

/** A proof, the browser's own dialog, and recovery codes for who had none. Opens at once. */
export function AddDialog({ prover, origin, deviceName }: AddDialogProps) {
  const t = useTranslations('secondStep');
  const close = useTranslations('common')('close');
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const leave = () => {
    setOpen(false);
    if (codes) router.refresh();
  };
  const done = (recoveryCodes: readonly string[] | null) => {
    // A notice would lie over the codes.
    if (recoveryCodes) return setCodes(recoveryCodes);
    setOpen(false);
    router.refresh();
    toast.success(t('passkeys.added'));
  };
  const isFirst = !prover.hasApp && !prover.hasPasskeys;
  const text = t(isFirst ? 'passkeys.addTextFirst' : 'passkeys.addText');
  return (
    <Dialog
      open={open}
      // What is told once does not go away by a slip.
      onOpenChange={(_wanted, { reason }) => {
        if (!codes || reason === 'close-press') leave();
      }}
    >
      <DialogContent
        title={codes ? t('recovery.title') : t('passkeys.addTitle')}
        description={codes ? t('recovery.text') : text}
        closeLabel={close}
      >
        {codes ? (
          <RecoveryCodes codes={codes} email={prover.email} onKept={leave} />
        ) : (
          <AddPasskey
            prover={prover}
            origin={origin}
            deviceName={deviceName}
            onDone={done}
            onCancel={leave}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
