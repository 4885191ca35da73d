'use client';

import { useShortcuts } from '@/components/layout/keys/use-shortcuts';
import { RunningBulks } from './running-bulks';
import { recallAction } from './undo-memory';
import { useUndo } from './use-undo';

/** On every page behind the sign-in: the key that takes the last action back, and what is at work. */
export function BulkKeys({ canWrite }: { canWrite: boolean }) {
  const undo = useUndo();
  useShortcuts({
    undo: canWrite
      ? () => {
          const last = recallAction();
          if (last) void undo(last.bulkId);
          // Without one the key keeps its usual meaning.
          return last !== null;
        }
      : undefined,
  });
  return <RunningBulks canWrite={canWrite} />;
}
