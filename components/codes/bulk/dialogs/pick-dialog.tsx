'use client';

import { useTranslations } from 'next-intl';
import { useId, type ReactNode, type SyntheticEvent } from 'react';
import type { BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { submitOnShortcut } from '@/components/layout/keys/submit-on-shortcut';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { Form } from '@/components/ui/form/form';

export type PickDialogProps = Omit<BulkDialogProps, 'asking'> & {
  title: string;
  /** Codes that it is about. */
  count: number;
  confirmLabel: string;
  /** Nothing is chosen yet. */
  locked: boolean;
  onConfirm: () => void;
  children: ReactNode;
};

/** A dialog around a list to choose from. */
export function PickDialog(props: PickDialogProps) {
  const { open, actions, title, count, confirmLabel, locked, onConfirm, children } = props;
  const t = useTranslations();
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
        closeLabel={t('common.close')}
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
            <Button type="submit" form={formId} disabled={locked} pending={actions.pending}>
              {actions.pending ? t('bulk.working', { count }) : confirmLabel}
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
