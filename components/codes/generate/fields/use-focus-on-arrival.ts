'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** The button that was pressed is gone with its form; its counterpart in the other one takes the focus. */
export function useFocusOnArrival(arrived: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (arrived) button.current?.focus();
  }, [arrived]);
  return button;
}
