'use client';

import { useTranslations } from 'next-intl';
import type { BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { isUnreleased } from '@/lib/codes/released';

/** Asks before codes are made beside others; says which of those that were chosen are passed by. */
export function ConfirmPromote({ asking, open, actions }: BulkDialogProps) {
  const t = useTranslations();
  const { scope, count, items, isMatching } = asking.target;
  // Of all that match only those on the screen are known.
  const released = isMatching ? 0 : items.filter((item) => !isUnreleased(item)).length;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && actions.close()}
      variant="primary"
      title={t('bulk.promote.title', { count: count - released })}
      description={t('bulk.promote.text', { count: released })}
      confirmLabel={t('bulk.promote.confirm')}
      cancelLabel={t('common.cancel')}
      pending={actions.pending}
      onConfirm={() => actions.start({ kind: 'promote', scope })}
    />
  );
}
