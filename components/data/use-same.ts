'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for good, which does what `work` of the last rendering does: what is given it need not be drawn anew. For
 * what people do, not for rendering.
 */
export function useSame<Args extends unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  const last = useRef(work);
  useLayoutEffect(() => {
    last.current = work;
  });
  return useCallback((...args: Args) => last.current(...args), []);
}
