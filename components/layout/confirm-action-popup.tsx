'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition, type ComponentProps, type ReactElement, type ReactNode } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { toast } from '@/components/ui/overlay/toast';
import type { PublicError } from '@/lib/i18n/translate-error';

export type ConfirmActionProps = {
  /** A `Button`; none where something else asks for it. */
  trigger?: ReactElement<ComponentProps<'button'>> | undefined;
  /** Names the object: “Delete ‘Spring poster’?” */
  title: ReactNode;
  description: ReactNode;
  confirmLabel: string;
  variant?: 'danger' | 'primary' | undefined;
  /** What is done once confirmed; the page is then loaded afresh. */
  action: () => Promise<{ serverError?: PublicError | undefined }>;
  /** The notice when it is done. */
  done: string;
};

/** Opens at once: it is mounted by the click that asks for it. */
export function ConfirmActionPopup({ action, done, ...dialog }: ConfirmActionProps) {
  const t = useTranslations('common');
  const router = useRouter();
  const reach = useReach();
  const [open, setOpen] = useState(true);
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      const { serverError } = await reach(action());
      setOpen(false);
      if (serverError) return toast.error(serverError.message);
      router.refresh();
      toast.success(done);
    });
  return (
    <ConfirmDialog
      {...dialog}
      open={open}
      onOpenChange={setOpen}
      cancelLabel={t('cancel')}
      pending={pending}
      onConfirm={confirm}
    />
  );
}
