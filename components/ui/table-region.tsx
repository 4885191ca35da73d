'use client';

import { useState, type ReactNode } from 'react';
import { cn } from './cn';

export type TableRegionProps = { 'aria-label': string; children: ReactNode; className?: string | undefined };

/** Scrolls its table sideways. A tab stop only while there is something to scroll: the keyboard must reach it then. */
export function TableRegion({ children, className, 'aria-label': label }: TableRegionProps) {
  const [overflows, setOverflows] = useState(false);

  const watch = (element: HTMLDivElement) => {
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  };

  return (
    <div
      ref={(element) => (element ? watch(element) : undefined)}
      role="region"
      aria-label={label}
      tabIndex={overflows ? 0 : undefined}
      data-slot="table-region"
      data-overflows={overflows || undefined}
      className={cn(
        'relative w-full rounded-xl border border-border bg-surface shadow-xs focus-ring',
        // Clipped, it is no scroller of its own, and a head may stick to the window.
        overflows ? 'overflow-x-auto' : 'overflow-x-clip',
        className,
      )}
    >
      {children}
    </div>
  );
}
