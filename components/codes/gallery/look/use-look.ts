'use client';

import { useSyncExternalStore } from 'react';
import { rememberPreference } from '@/components/data/preference-cookie';
import { LOOK_COOKIE, writeLook, type Look } from '@/lib/codes/picture/look';

// Chosen during this visit: a page that comes back from the router's cache still says what was chosen before.
let chosen: Look | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(look: Look) {
  chosen = look;
  rememberPreference(LOOK_COOKIE, writeLook(look));
  for (const listener of listeners) listener();
}

/** Size of the cards and columns of the table, kept in a cookie. @param saved what the server read from it */
export function useLook(saved: Look) {
  'use memo';
  const look = useSyncExternalStore(
    subscribe,
    () => chosen ?? saved,
    () => saved,
  );
  return {
    ...look,
    set: (change: Partial<Look>) => choose({ size: look.size, columns: look.columns, ...change }),
  };
}

export type LookState = ReturnType<typeof useLook>;
