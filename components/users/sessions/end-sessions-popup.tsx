'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactElement } from 'react';
import { useTranslations } from 'next-intl';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import type { ActionResult } from '@/lib/actions/outcome';
import type { Proof } from '@/lib/users/second-step/proof';
import { ProofForm, type Prover } from '../second-step/proof-form';

export type EndSessionsProps = {
  prover: Prover;
  title: string;
  description: string;
  /** Of the button that opens the dialog, and of the one in it. */
  label: string;
  /** Of the first one, where it does not stand beside what it ends. */
  spokenLabel?: string;
  end: (proof: Proof) => Promise<ActionResult<number>>;
  /** The notice when they are ended. */
  done: string;
  /** What comes then, instead of the page as it is now. */
  onEnded?: () => Promise<unknown>;
};

/** Opens at once: it is mounted by the click on its trigger. */
export function EndSessionsPopup({
  trigger,
  prover,
  title,
  description,
  label,
  end,
  done,
  onEnded,
}: EndSessionsProps & { trigger: ReactElement }) {
  const close = useTranslations('common')('close');
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const finish = () => {
    setOpen(false);
    toast.success(done);
    if (onEnded) void onEnded();
    else router.refresh();
  };
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={trigger} />
      <DialogContent title={title} description={description} closeLabel={close}>
        <ProofForm
          isOneEnough
          prover={prover}
          submitLabel={label}
          variant="danger"
          send={end}
          onDone={finish}
          onCancel={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  );
}
