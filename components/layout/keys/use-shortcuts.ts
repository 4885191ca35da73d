'use client';

import { useEffect, useEffectEvent } from 'react';
import { isTaken, presses, SHORTCUTS, type ShortcutId } from './shortcuts';

/** `false`: not now, the key keeps its usual meaning. */
export type ShortcutHandler = (event: KeyboardEvent) => unknown;
export type ShortcutHandlers = Partial<Record<ShortcutId, ShortcutHandler | undefined>>;

function isShortcutId(key: string): key is ShortcutId {
  return key in SHORTCUTS;
}

/**
 * Does what the keys of the table say while the component is mounted; an id that is left out or undefined does nothing.
 * @param options.early before the page itself sees the key: a dialog of base-ui lets no arrow out
 */
export function useShortcuts(handlers: ShortcutHandlers, { early = false } = {}) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    for (const id of Object.keys(handlers)) {
      if (!isShortcutId(id) || !presses(event, id) || isTaken(event, id)) continue;
      const handled = handlers[id] && handlers[id](event) !== false;
      if (handled) return event.preventDefault();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen, early);
    return () => document.removeEventListener('keydown', listen, early);
  }, [early]);
}
