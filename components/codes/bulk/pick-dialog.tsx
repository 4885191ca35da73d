'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog';
import type { BulkDialogProps } from './bulk-dialogs';

export type PickDialogProps = Omit<BulkDialogProps, 'asking'> & {
  title: string;
  confirmLabel: string;
  /** Nothing is chosen yet. */
  locked: boolean;
  onConfirm: () => void;
  children: ReactNode;
};

/** A dialog around a list to choose from. */
export function PickDialog(props: PickDialogProps) {
  const { open, actions, title, confirmLabel, locked, onConfirm, children } = props;
  const t = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && actions.close()}>
      <DialogContent
        size="sm"
        title={title}
        closeLabel={t('close')}
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{t('cancel')}</DialogClose>
            <Button disabled={locked} pending={actions.pending} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </>
        }
      >
        {children}
      </DialogContent>
    </Dialog>
  );
}
