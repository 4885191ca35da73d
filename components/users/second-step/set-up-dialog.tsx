'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { startSecondStepAction } from '@/lib/users/second-step/actions';
import { ProofForm, type Prover } from './proof-form';
import { RecoveryCodes } from './recovery-codes';
import { SetUpForm, type SetUpFormProps } from './set-up-form';

type Started = SetUpFormProps['started'];
type SetUpDialogProps = {
  /** Null for who has to prove first that it is them. */
  started: Started | null;
  prover: Prover;
};

/** Turns the second step on. Opens at once: it is mounted when the secret has come. */
export function SetUpDialog({ started: given, prover }: SetUpDialogProps) {
  const t = useTranslations('secondStep');
  const close = useTranslations('common')('close');
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [started, setStarted] = useState(given);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const leave = () => {
    setOpen(false);
    if (!codes) return;
    router.refresh();
    toast.success(t('setUp.done'));
  };
  const { title, text } = codes
    ? { title: t('recovery.title'), text: t('recovery.text') }
    : started
      ? { title: t('setUp.title'), text: t('setUp.text') }
      : { title: t('startApp.title'), text: t('startApp.text') };
  return (
    <Dialog
      open={open}
      // What is told once does not go away by a slip.
      onOpenChange={(_wanted, { reason }) => {
        if (!codes || reason === 'close-press') leave();
      }}
    >
      <DialogContent title={title} description={text} closeLabel={close}>
        {codes ? (
          <RecoveryCodes codes={codes} email={prover.email} onKept={leave} />
        ) : started ? (
          <SetUpForm
            started={started}
            email={prover.email}
            asksPassword={prover.asksPassword}
            onDone={setCodes}
          />
        ) : (
          <ProofForm<Started>
            prover={prover}
            submitLabel={t('startApp.submit')}
            send={startSecondStepAction}
            onDone={(data) => data && setStarted(data)}
            onCancel={leave}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
