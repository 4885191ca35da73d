'use client';

import { Component, type ReactNode } from 'react';

/** Said to the window when somebody wanted a part of the page whose script did not come. */
export const PART_MISSING = 'suncode:part-missing';

export type LateBoundaryProps = {
  children: ReactNode;
  /** In place of what did not come. */
  fallback?: ReactNode;
  onMissing?: () => void;
};

const isMissing = (error: Error) => error.name === 'ChunkLoadError';

/**
 * Around what is fetched late (`lazy`). When its script does not come, the rest of the page stays with all that is typed in
 * it, and the window is told. Any other error goes on to the page's own boundary.
 */
export class LateBoundary extends Component<LateBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error) {
    if (!isMissing(error)) return;
    window.dispatchEvent(new Event(PART_MISSING));
    this.props.onMissing?.();
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!isMissing(error)) throw error;
    return this.props.fallback ?? null;
  }
}
