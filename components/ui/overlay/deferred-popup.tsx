'use client';

import {
  cloneElement,
  startTransition,
  Suspense,
  useState,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
} from 'react';
import { LateBoundary } from '@/components/ui/overlay/late-boundary';

export type DeferredPopupProps = {
  /** A plain `<button>`; the popup takes it over as its trigger. */
  trigger: ReactElement<ComponentProps<'button'>>;
  haspopup: 'menu' | 'dialog';
  /** Fetches the code of the popup: called when the pointer or the focus comes near. */
  preload: () => Promise<unknown>;
  /** The lazy popup, opened from the start (`defaultOpen`). */
  children: ReactNode;
};

/** Keeps the code of menus and dialogs (67 kB with its positioning) out of the first load: it comes with the first use. */
export function DeferredPopup({ trigger, haspopup, preload, children }: DeferredPopupProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted)
    return (
      <LateBoundary onMissing={() => setWanted(false)} fallback={trigger}>
        <Suspense fallback={cloneElement(trigger, { 'aria-busy': true })}>{children}</Suspense>
      </LateBoundary>
    );
  // What did not come is said by `useMissingParts`.
  const fetchAhead = () => void preload().catch(() => undefined);
  // The screen answers the press first: a popup takes a slow phone longer than a press may wait.
  const open = () => startTransition(() => setWanted(true));
  return cloneElement(trigger, {
    'aria-haspopup': haspopup,
    'aria-expanded': false,
    onPointerEnter: fetchAhead,
    onFocus: fetchAhead,
    onClick: open,
    onKeyDown: (event) => {
      if (haspopup !== 'menu' || event.key !== 'ArrowDown') return;
      event.preventDefault();
      open();
    },
  });
}
