'use client';

import { useTranslations } from 'next-intl';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { toast } from '@/components/ui/overlay/toast';
import { ActionRefusal, outcomeOf } from '@/lib/actions/outcome';
import { undoBulkAction } from '@/lib/bulk/actions';
import { forgetAction, recallAction, rememberAction } from './undo-memory';
import { useBulkTexts } from './use-bulk-texts';
import { useRefresh } from './use-refresh';

/** Takes an action back, and says so. One that takes long is shown by `RunningBulks`. */
export function useUndo() {
  const t = useTranslations();
  const texts = useBulkTexts();
  const refresh = useRefresh();
  const showError = useErrorToast();
  return async (bulkId: string): Promise<void> => {
    const last = recallAction();
    forgetAction(bulkId);
    try {
      const undo = await outcomeOf(undoBulkAction({ bulkId }));
      // The notice of what was done would offer it once more.
      toast.dismiss(bulkId);
      if (undo?.state === 'FINISHED') toast.success(texts.done(undo), { description: texts.failed(undo) });
      else toast.info(t('bulk.undoing'), { description: t('bulk.startedText') });
    } catch (error) {
      showError(error);
      // What did not reach the server can still be taken back.
      if (last && !(error instanceof ActionRefusal)) rememberAction(last.bulkId, last.kind);
    }
    await refresh();
  };
}
