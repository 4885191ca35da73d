'use client';

import { Suspense, useState, type ReactNode } from 'react';
import { LateBoundary } from './late-boundary';

export type OnceWantedProps = {
  when: boolean;
  children: ReactNode;
  /** Keeps the place of what is seen from the start, until its code is there. */
  fallback?: ReactNode;
};

/** Mounts its (lazy) children when they are wanted for the first time, and keeps them, so that a dialog can fade out. */
export function OnceWanted({ when, children, fallback }: OnceWantedProps) {
  const [wanted, setWanted] = useState(when);
  if (when && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <LateBoundary>
      <Suspense fallback={fallback}>{children}</Suspense>
    </LateBoundary>
  );
}
