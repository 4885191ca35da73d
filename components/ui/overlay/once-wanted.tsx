'use client';

import { Suspense, useState, type ReactNode } from 'react';
import { LateBoundary } from './late-boundary';

/** Mounts its (lazy) children when they are wanted for the first time, and keeps them, so that a dialog can fade out. */
export function OnceWanted({ when, children }: { when: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(when);
  if (when && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <LateBoundary>
      <Suspense>{children}</Suspense>
    </LateBoundary>
  );
}
