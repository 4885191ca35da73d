'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { useSame } from '@/components/data/use-same';
import { toast } from '@/components/ui/overlay/toast';
import { ActionRefusal, outcomeOf } from '@/lib/actions/outcome';
import { startBulkAction } from '@/lib/bulk/actions';
import type { BulkInput, BulkProgress } from '@/lib/bulk/kinds';
import { rememberAction } from './undo-memory';
import { useBulkTexts } from './use-bulk-texts';
import { useRefresh } from './use-refresh';
import { useUndo } from './use-undo';

const UNDO_SHOWN_MS = 10_000;

/**
 * Starts an action on many codes and says what became of it, with a way back. No mutation of react-query: what watches
 * those would be fetched with every gallery, before anybody acts.
 * @param onStarted when the server has agreed: the codes are changed, or about to be
 * @param onOutdated when another number of codes matches than the person agreed to
 */
export function useStartBulk(onStarted: (bulk: BulkProgress) => void, onOutdated?: () => void) {
  const [running, setRunning] = useState(0);
  const t = useTranslations();
  const texts = useBulkTexts();
  const refresh = useRefresh();
  const showError = useErrorToast();
  const undo = useUndo();

  const tell = (bulk: BulkProgress) => {
    const back = bulk.canUndo && {
      id: bulk.id,
      action: { label: t('common.undo'), onClick: () => void undo(bulk.id) },
      duration: UNDO_SHOWN_MS,
    };
    if (bulk.state === 'RUNNING')
      toast.info(texts.title(bulk), { description: texts.printed(bulk) ?? t('bulk.startedText'), ...back });
    else if (bulk.changed > 0)
      toast.success(texts.done(bulk), { description: texts.printed(bulk) ?? texts.failed(bulk), ...back });
    else toast.info(texts.done(bulk), { description: texts.failed(bulk) });
  };

  // Nobody waits for `refresh`: while the lists are asked again the next action can be sent, and its Enter must not be lost.
  const finish = (bulk: BulkProgress) => {
    if (bulk.canUndo) rememberAction(bulk.id, bulk.kind);
    onStarted(bulk);
    tell(bulk);
    void refresh();
  };

  const refuse = (error: unknown) => {
    showError(error);
    if (!(error instanceof ActionRefusal) || error.detail.code !== 'BULK_COUNT_CHANGED') return;
    // What was agreed to is no longer true: whoever goes on looks at the list and chooses anew.
    onOutdated?.();
    void refresh();
  };

  const start = useSame((input: BulkInput, onError?: (error: unknown) => void) => {
    setRunning((running) => running + 1);
    void outcomeOf(startBulkAction(input))
      .then((bulk) => bulk && finish(bulk))
      .catch((error: unknown) => {
        refuse(error);
        onError?.(error);
      })
      .finally(() => setRunning((running) => running - 1));
  });
  return { start, pending: running > 0 };
}
