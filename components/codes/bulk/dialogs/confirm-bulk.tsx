'use client';

import { useTranslations } from 'next-intl';
import type { BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { TRASH_DAYS } from '@/lib/bulk/kinds';

/** Asks before many codes go at once; for what cannot be brought back, wants their number typed. */
export function ConfirmBulk({ asking, open, actions }: BulkDialogProps) {
  const t = useTranslations();
  const { scope, count } = asking.target;
  const kind = asking.id === 'purge' ? 'purge' : 'delete';
  const values = { count, days: TRASH_DAYS };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && actions.close()}
      title={t(`bulk.${kind}.title`, values)}
      description={t(`bulk.${kind}.text`, values)}
      confirmLabel={t(`bulk.${kind}.confirm`, values)}
      cancelLabel={t('common.cancel')}
      pending={actions.pending}
      typeToConfirm={
        kind === 'purge' ? { label: t('bulk.purge.type', { count }), text: String(count) } : undefined
      }
      onConfirm={() => actions.start({ kind, scope })}
    />
  );
}
