import type { ReactNode } from 'react';

export type SelectionDockProps = { 'aria-label': string; children: ReactNode };

/** Floats over the end of a list and says what can be done with its ticked rows; above the navigation of phones. */
export function SelectionDock({ children, 'aria-label': label }: SelectionDockProps) {
  return (
    <div className="@container/bar pointer-events-none fixed inset-x-0 bottom-18 z-40 flex justify-center px-3 pb-safe lg:bottom-6 lg:ps-65.5">
      <div
        role="region"
        aria-label={label}
        data-slot="selection-bar"
        className="pointer-events-auto flex max-w-full items-center gap-2 rounded-xl border border-border bg-surface-raised py-2 ps-4 pe-2 shadow-lg max-md:w-full"
      >
        {children}
      </div>
    </div>
  );
}
