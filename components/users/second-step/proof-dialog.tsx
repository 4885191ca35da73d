'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { renewRecoveryCodesAction, turnOffSecondStepAction } from '@/lib/users/second-step/actions';
import { ProofForm, type Prover } from './proof-form';
import { RecoveryCodes } from './recovery-codes';

/** What needs a proof once more. */
export type Proved = 'renew' | 'turnOff';

type Outcome = { recoveryCodes: string[] } | void;

const ACTIONS = { renew: renewRecoveryCodesAction, turnOff: turnOffSecondStepAction };

type ProofDialogProps = { what: Proved; prover: Prover; isRequired: boolean };

function textKey({ what, prover, isRequired }: ProofDialogProps) {
  if (what === 'renew') return 'renew.text' as const;
  if (prover.hasPasskeys) return 'turnOff.textPasskeys' as const;
  return isRequired ? ('turnOff.textRequired' as const) : ('turnOff.text' as const);
}

/** Opens at once: it is mounted by the click that asks for it. */
export function ProofDialog(props: ProofDialogProps) {
  const { what, prover } = props;
  const t = useTranslations('secondStep');
  const close = useTranslations('common')('close');
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const leave = () => {
    setOpen(false);
    if (codes) router.refresh();
  };
  const done = (data: Outcome | undefined) => {
    if (data) return setCodes(data.recoveryCodes);
    setOpen(false);
    router.refresh();
    toast.success(t('turnOff.done'));
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
        title={codes ? t('recovery.title') : t(`${what}.title`)}
        description={codes ? t('recovery.text') : t(textKey(props))}
        closeLabel={close}
      >
        {codes ? (
          <RecoveryCodes codes={codes} email={prover.email} onKept={leave} />
        ) : (
          <ProofForm<Outcome>
            prover={prover}
            submitLabel={t(`${what}.submit`)}
            variant={what === 'turnOff' ? 'danger' : 'primary'}
            send={ACTIONS[what]}
            onDone={done}
            onCancel={leave}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
