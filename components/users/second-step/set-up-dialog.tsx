'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { RecoveryCodes } from './recovery-codes';
import { SetUpForm, type SetUpFormProps } from './set-up-form';

type SetUpDialogProps = Pick<SetUpFormProps, 'started' | 'email'>;

/** Turns the second step on. Opens at once: it is mounted when the secret has come. */
export function SetUpDialog({ started, email }: SetUpDialogProps) {
  const t = useTranslations('secondStep');
  const close = useTranslations('common')('close');
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const leave = () => {
    setOpen(false);
    if (!codes) return;
    router.refresh();
    toast.success(t('setUp.done'));
  };
  return (
    <Dialog
      open={open}
      // What is told once does not go away by a slip.
      onOpenChange={(_wanted, { reason }) => {
        if (!codes || reason === 'close-press') leave();
      }}
    >
      <DialogContent
        title={codes ? t('recovery.title') : t('setUp.title')}
        description={codes ? t('recovery.text') : t('setUp.text')}
        closeLabel={close}
      >
        {codes ? (
          <RecoveryCodes codes={codes} email={email} onKept={leave} />
        ) : (
          <SetUpForm started={started} email={email} onDone={setCodes} />
        )}
      </DialogContent>
    </Dialog>
  );
}
