'use client';

import dynamic from 'next/dynamic';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { recallAction } from './undo-memory';
import { useUndo } from './use-undo';

// After the first paint: an action that is at work has nothing to do with what the page shows first.
const RunningBulks = dynamic(() => import('./running-bulks').then((room) => room.RunningBulks), {
  ssr: false,
});

/** On every page behind the sign-in: the key that takes the last action back, and what is at work. */
export function BulkConsole({ canWrite }: { canWrite: boolean }) {
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
