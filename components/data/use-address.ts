'use client';

import { useSearchParams } from 'next/navigation';
import { startTransition, useOptimistic } from 'react';

/**
 * The part of the address that says what a list is narrowed to. Only the address changes: what the server has rendered
 * stays as it is, and the list asks for what it shows by itself.
 */
export function useAddress(): [URLSearchParams, (changed: Record<string, string | null>) => void] {
  // Next follows the address in a transition; what was pressed must not wait for it.
  const [shown, show] = useOptimistic(useSearchParams().toString());
  const set = (changed: Record<string, string | null>) =>
    startTransition(() => {
      const next = new URLSearchParams(shown);
      for (const [name, value] of Object.entries(changed)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      show(next.toString());
      const query = next.size > 0 ? `?${next}` : '';
      window.history.replaceState(null, '', window.location.pathname + query);
    });
  return [new URLSearchParams(shown), set];
}
