'use client';

import { useSearchParams } from 'next/navigation';
import { startTransition, useOptimistic } from 'react';

export type SetAddress = (
  changed: Readonly<Record<string, string | null>>,
  /** `push` for what “back” takes away again. */
  history?: 'push' | 'replace',
) => void;

/**
 * The part of the address that says what a list is narrowed to. Only the address changes: what the server has rendered
 * stays as it is, and the list asks for what it shows by itself.
 */
export function useAddress(): [URLSearchParams, SetAddress] {
  'use memo';
  // Next follows the address in a transition; what was pressed must not wait for it.
  const [shown, show] = useOptimistic(useSearchParams().toString());
  const set: SetAddress = (changed, history = 'replace') =>
    startTransition(() => {
      const next = new URLSearchParams(shown);
      for (const [name, value] of Object.entries(changed)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      show(next.toString());
      const query = next.size > 0 ? `?${next}` : '';
      window.history[`${history}State`](null, '', window.location.pathname + query);
    });
  return [new URLSearchParams(shown), set];
}
