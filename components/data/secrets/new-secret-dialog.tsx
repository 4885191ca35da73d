'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/overlay/dialog';

type Head = { title: string; description: string };

export type NewSecretDialogProps = {
  trigger: ReactElement;
  ask: Head;
  made: Head;
  form: (onMade: (secret: string) => void, close: () => void) => ReactNode;
  told: (secret: string, close: () => void) => ReactNode;
};

/** Asks what has a secret, and shows that once. Opens at once: it is mounted by the click on its trigger. */
export function NewSecretDialog({ trigger, ask, made: done, form, told }: NewSecretDialogProps) {
  const t = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [made, setMade] = useState<string | null>(null);
  const toggle = (wanted: boolean) => {
    setOpen(wanted);
    // The next time asks anew; what was made is told once.
    if (wanted) setMade(null);
    else if (made !== null) router.refresh();
  };
  const close = () => toggle(false);
  return (
    <Dialog open={open} onOpenChange={toggle}>
      <DialogTrigger render={trigger} />
      <DialogContent {...(made === null ? ask : done)} closeLabel={t('close')} size="lg">
        {made === null ? form(setMade, close) : told(made, close)}
      </DialogContent>
    </Dialog>
  );
}
