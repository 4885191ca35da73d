'use client';

import { isValidElement, memo, Suspense, useState, type ReactNode } from 'react';
import { LateBoundary } from './late-boundary';

export type OnceWantedProps = {
  when: boolean;
  /** One element: drawn anew when something that it is given changes. */
  children: ReactNode;
  /** Keeps the place of what is seen from the start, until its code is there. */
  fallback?: ReactNode;
};

function isSame(before: OnceWantedProps, now: OnceWantedProps): boolean {
  const [was, is] = [before.children, now.children];
  if (before.when !== now.when || !isValidElement<object>(was) || !isValidElement<object>(is)) return false;
  const [known, given] = [new Map(Object.entries(was.props)), Object.entries(is.props)];
  const isGivenSame =
    given.length === known.size && given.every(([name, value]) => known.get(name) === value);
  return isGivenSame && was.type === is.type && was.key === is.key;
}

/**
 * Mounts its (lazy) children when they are wanted for the first time, and keeps them, so that a dialog can fade out. What
 * the server has drawn, and whose code has not come, React would draw from the fallback whenever it is drawn anew: an
 * answer that changes a number elsewhere must not.
 */
export const OnceWanted = memo(function OnceWanted({ when, children, fallback }: OnceWantedProps) {
  const [wanted, setWanted] = useState(when);
  if (when && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <LateBoundary>
      <Suspense fallback={fallback}>{children}</Suspense>
    </LateBoundary>
  );
}, isSame);
