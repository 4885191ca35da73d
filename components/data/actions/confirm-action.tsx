'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import type { ActionResult } from '@/lib/actions/outcome';
import { useDialogAction } from './use-dialog-action';

type Texts = Record<'title' | 'text' | 'submit' | 'done', string>;

/** Of a room of the catalogue that has these four. @param name of what the action is about */
export const confirmTexts = (
  t: (key: keyof Texts, values: { name: string }) => string,
  name: string,
): Texts => ({
  ...{ title: t('title', { name }), text: t('text', { name }) },
  ...{ submit: t('submit', { name }), done: t('done', { name }) },
});

type ConfirmActionProps = {
  texts: Texts;
  action: () => Promise<ActionResult<unknown>>;
  variant?: 'danger' | 'primary' | undefined;
  children?: ReactNode;
};

/** Asks once more, acts, and says that it is done. Opens at once: it is mounted by the choice in a menu. */
export function ConfirmAction({ texts, action, variant, children }: ConfirmActionProps) {
  const cancel = useTranslations('common')('cancel');
  const { open, setOpen, pending, run } = useDialogAction(texts.done);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      title={texts.title}
      description={texts.text}
      confirmLabel={texts.submit}
      cancelLabel={cancel}
      variant={variant}
      pending={pending}
      onConfirm={() => run(action)}
    >
      {children}
    </ConfirmDialog>
  );
}
