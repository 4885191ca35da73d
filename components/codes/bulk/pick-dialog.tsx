'use client';

import { useTranslations } from 'next-intl';
import { useId, type ReactNode, type SyntheticEvent } from 'react';
import { submitOnShortcut } from '@/components/layout/submit-on-shortcut';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
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
  const formId = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!locked && !actions.pending) onConfirm();
  };
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && actions.close()}>
      <DialogContent
        size="sm"
        title={title}
        closeLabel={t('close')}
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{t('cancel')}</DialogClose>
            <Button type="submit" form={formId} disabled={locked} pending={actions.pending}>
              {confirmLabel}
            </Button>
          </>
        }
      >
        <Form id={formId} onSubmit={submit} onKeyDown={submitOnShortcut}>
          {children}
        </Form>
      </DialogContent>
    </Dialog>
  );
}
