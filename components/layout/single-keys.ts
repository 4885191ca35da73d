import { useSyncExternalStore } from 'react';

const STORED = 'suncode-single-keys';
const CHANGED = 'suncode-single-keys-changed';

/**
 * Whether keys without Ctrl or ⌘ do something. Who speaks to a computer, or often hits a key by mistake, turns them off
 * (WCAG 2.2, 2.1.4 Character Key Shortcuts).
 */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

function subscribe(listener: () => void) {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** The choice of this browser, and how to change it. */
export function useSingleKeys() {
  const on = useSyncExternalStore(subscribe, areSingleKeysOn, () => true);
  const set = (wanted: boolean) => {
    if (wanted) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
    window.dispatchEvent(new Event(CHANGED));
  };
  return { on, set };
}
