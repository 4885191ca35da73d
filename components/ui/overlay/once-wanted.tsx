'use client';

import { isValidElement, memo, Suspense, useState, type ReactNode } from 'react';
import { LateBoundary } from './late-boundary';

export type OnceWantedProps = {
  when: boolean;
  /** One element: drawn anew when something that it is given changes. */
  children: ReactNode;
  /** Keeps the place of what is seen from the start, until its code is there. */
  fallback?: ReactNode;
  /** The code did not come. One function for good (`useSame`). */
  onMissing?: (() => void) | undefined;
};

type Given = Record<string, unknown>;

function isSame(before: OnceWantedProps, now: OnceWantedProps): boolean {
  const [was, is] = [before.children, now.children];
  if (before.when !== now.when || !isValidElement<Given>(was) || !isValidElement<Given>(is)) return false;
  const names = Object.keys({ ...was.props, ...is.props });
  return (
    was.type === is.type && was.key === is.key && names.every((name) => was.props[name] === is.props[name])
  );
}

/**
 * Mounts its (lazy) children when they are wanted for the first time, and keeps them, so that a dialog can fade out. What
 * the server has drawn, and whose code has not come, React would draw from the fallback whenever it is drawn anew: an
 * answer that changes a number elsewhere must not.
 */
export const OnceWanted = memo(function OnceWanted({ when, children, fallback, onMissing }: OnceWantedProps) {
  const [wanted, setWanted] = useState(when);
  if (when && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <LateBoundary onMissing={onMissing}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </LateBoundary>
  );
}, isSame);
