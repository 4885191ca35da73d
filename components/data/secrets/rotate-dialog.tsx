'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import type { ActionResult } from '@/lib/actions/outcome';

type Head = { title: string; description: string };

export type RotateDialogProps<Made> = {
  ask: Head;
  made: Head;
  /** So many hours the one before goes on. */
  hours: readonly { value: string; label: string }[];
  texts: Record<'overlap' | 'submit', string>;
  rotate: (hours: number) => Promise<ActionResult<Made>>;
  told: (made: Made, close: () => void) => ReactNode;
};

/** Makes a new secret in place of one, and shows it. */
export function RotateDialog<Made>({ ask, made: done, hours: items, ...props }: RotateDialogProps<Made>) {
  const { texts, rotate, told } = props;
  const t = useTranslations('common');
  const router = useRouter();
  const reach = useReach();
  const [open, setOpen] = useState(true);
  const [hours, setHours] = useState('24');
  const [made, setMade] = useState<{ value: Made } | null>(null);
  const [pending, setPending] = useState(false);
  const close = () => {
    setOpen(false);
    if (made) router.refresh();
  };
  const submit = async () => {
    setPending(true);
    const { data, serverError } = await reach(rotate(Number(hours)));
    setPending(false);
    if (serverError) toast.error(serverError.message);
    else if (data) setMade({ value: data });
  };
  return (
    <Dialog open={open} onOpenChange={(wanted) => (wanted ? setOpen(true) : close())}>
      <DialogContent
        {...(made ? done : ask)}
        closeLabel={t('close')}
        footer={
          !made && (
            <>
              <Button variant="secondary" onClick={close}>
                {t('cancel')}
              </Button>
              <Button pending={pending} onClick={submit}>
                {texts.submit}
              </Button>
            </>
          )
        }
      >
        {made ? (
          told(made.value, close)
        ) : (
          <Field label={texts.overlap}>
            <Select items={items} value={hours} onValueChange={setHours} />
          </Field>
        )}
      </DialogContent>
    </Dialog>
  );
}
