'use client';

import type { LucideIcon } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import type { ShortcutId } from '@/components/layout/keys/shortcuts';

/** Something that the palette offers while a page is open. */
export type PageCommand = {
  id: string;
  label: string;
  icon: LucideIcon;
  run: () => void;
  shortcut?: ShortcutId | undefined;
};

const NONE: readonly PageCommand[] = [];
let offered = NONE;
const listeners = new Set<() => void>();

function offer(commands: readonly PageCommand[]) {
  offered = commands;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds to the palette what can be done on this page now: with the selection, with the view. One page, one call. */
export function useOfferCommands(commands: readonly PageCommand[]) {
  useEffect(() => {
    offer(commands);
    return () => offer(NONE);
  }, [commands]);
}

/** What the page that is open offers. */
export function useOfferedCommands(): readonly PageCommand[] {
  return useSyncExternalStore(
    subscribe,
    () => offered,
    () => NONE,
  );
}
