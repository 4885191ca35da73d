'use client';

import { useEffect, useRef, useState, type FocusEvent, type PointerEvent } from 'react';

const SHOW_DELAY_MS = 350;
// Long enough to move the pointer onto the bubble (WCAG 1.4.13: hoverable).
const HIDE_DELAY_MS = 80;

/** Where the trigger is while its tooltip shows; null while it does not. */
export function useTooltip() {
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const open = anchor !== null;

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (!open) return;
    const hide = () => setAnchor(null);
    const hideOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    document.addEventListener('keydown', hideOnEscape, true);
    // The bubble stands still: it goes when the page moves under it.
    window.addEventListener('scroll', hide, true);
    return () => {
      document.removeEventListener('keydown', hideOnEscape, true);
      window.removeEventListener('scroll', hide, true);
    };
  }, [open]);

  const after = (delayMs: number, run: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, delayMs);
  };
  const hideSoon = () => after(HIDE_DELAY_MS, () => setAnchor(null));
  const hideNow = () => after(0, () => setAnchor(null));

  return {
    anchor,
    trigger: {
      onPointerEnter: (event: PointerEvent<HTMLElement>) => {
        const element = event.currentTarget;
        if (event.pointerType !== 'touch')
          after(SHOW_DELAY_MS, () => setAnchor(element.getBoundingClientRect()));
      },
      onPointerLeave: hideSoon,
      onPointerDown: hideNow,
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const element = event.currentTarget;
        if (element.matches(':focus-visible')) after(0, () => setAnchor(element.getBoundingClientRect()));
      },
      onBlur: hideNow,
    },
    bubble: { onPointerEnter: () => clearTimeout(timer.current), onPointerLeave: hideSoon },
  };
}
