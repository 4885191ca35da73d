'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import type { CodeItem } from '@/lib/codes/query-options';

export type DeleteDialogProps = {
  /** What is to go; null keeps the dialog shut. */
  items: CodeItem[] | null;
  onClose: () => void;
  onConfirm: (items: CodeItem[]) => void;
  pending: boolean;
};

export function DeleteDialog({ items, onClose, onConfirm, pending }: DeleteDialogProps) {
  const t = useTranslations();
  // The words stay while the dialog fades out.
  const [shown, setShown] = useState<CodeItem[]>([]);
  if (items && items !== shown) setShown(items);
  const [first] = shown;
  return (
    <ConfirmDialog
      open={items !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t('codes.gallery.delete.title', { count: shown.length, name: first?.name ?? '' })}
      description={t('codes.gallery.delete.text', { count: shown.length })}
      confirmLabel={t('codes.gallery.delete.confirm', { count: shown.length })}
      cancelLabel={t('common.cancel')}
      pending={pending}
      onConfirm={() => onConfirm(shown)}
    />
  );
}
