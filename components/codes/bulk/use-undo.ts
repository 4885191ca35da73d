'use client';

import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { undoBulkAction } from '@/lib/bulk/actions';
import { forgetAction } from './undo-memory';
import { useBulkTexts } from './use-bulk-texts';
import { useRefresh } from './use-refresh';

/** Takes an action back, and says so. One that takes long is shown by `RunningBulks`. */
export function useUndo() {
  const t = useTranslations();
  const texts = useBulkTexts();
  const refresh = useRefresh();
  return async (bulkId: string): Promise<void> => {
    forgetAction(bulkId);
    try {
      const undo = await outcomeOf(undoBulkAction({ bulkId }));
      if (undo?.state === 'FINISHED') toast.success(texts.done(undo), { description: texts.failed(undo) });
      else toast.info(t('bulk.undoing'), { description: t('bulk.startedText') });
    } catch (error) {
      toast.error(error instanceof Error ? error.message : t('common.error.network'));
    }
    await refresh();
  };
}
