'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { retryRowAction } from '@/lib/batches/run-actions';
import type { BatchRowItem } from '@/lib/batches/report/run-types';
import { useBatchAction } from './use-batch-action';

export function RetryRow({ batchId, row }: { batchId: string; row: BatchRowItem }) {
  const t = useTranslations('batches');
  const { rowNumber, line } = row;
  const retry = useBatchAction({
    batchId,
    run: () => retryRowAction({ batchId, rowNumber }),
    said: () => t('run.retriedOne', { line }),
  });
  return (
    <IconButton
      label={t('table.retry', { line })}
      size="icon-sm"
      pending={retry.isPending}
      onClick={() => retry.mutate()}
    >
      <RotateCw aria-hidden />
    </IconButton>
  );
}
