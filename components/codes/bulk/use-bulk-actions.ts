'use client';

import { useState } from 'react';
import { asksFirst, type BulkActionId } from './asks-first';
import { useSame } from '@/components/data/use-same';
import type { RetargetValues } from './retarget/retarget-values';
import type { BulkTarget } from './target';
import { useStartBulk } from './use-start-bulk';

export type BulkDialogProps = {
  asking: Asking;
  open: boolean;
  actions: Pick<BulkActions, 'close' | 'start' | 'pending'>;
};

/** An action that wants to know more before it starts. */
export type Asking = {
  id: BulkActionId;
  target: BulkTarget;
  /** What a change of targets begins with. */
  begin?: Pick<RetargetValues, 'page'> | undefined;
};

/**
 * Does an action on codes, or opens the dialog that asks first.
 * @param onStarted the codes are changed, or about to be
 */
export function useBulkActions(onStarted: () => void) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const leave = () => {
    close();
    onStarted();
  };
  const { start, pending } = useStartBulk(leave, leave);
  const act = useSame((id: BulkActionId, target: BulkTarget) => {
    if (asksFirst(id, target)) setAsking({ id, target });
    else if (id !== 'addTags' && id !== 'move' && id !== 'rename' && id !== 'retarget')
      start({ kind: id, scope: target.scope });
  });
  return { act, asking, close, start, pending };
}

export type BulkActions = ReturnType<typeof useBulkActions>;
