'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { cancelBatchAction } from '@/lib/batches/run-actions';
import { useBatchAction } from './use-batch-action';

export type CancelDialogProps = {
  batch: { id: string; name: string };
  /** Rows that would not be made. */
  left: number;
  open: boolean;
  onClose: () => void;
};

export function CancelDialog({ batch: { id, name }, left, open, onClose }: CancelDialogProps) {
  const t = useTranslations('batches.run');
  const cancel = useBatchAction({
    batchId: id,
    run: () => cancelBatchAction({ batchId: id }),
    said: () => t('cancelled', { name }),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('cancelTitle', { name })}
      description={t('cancelDialogText', { count: left })}
      confirmLabel={t('cancel')}
      cancelLabel={t('keep')}
      pending={cancel.isPending}
      onConfirm={() => cancel.mutate(undefined, { onSettled: onClose })}
    />
  );
}
