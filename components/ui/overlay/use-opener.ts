'use client';

import { useState } from 'react';

/** What has the focus; of a menu's item, which goes with its menu, the button that the menu belongs to. */
function findOpener(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role=menu]');
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : focused;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}

/** Nowhere, or in what is closing. */
function isLost(focused: Element | null): boolean {
  return !focused || focused === document.body || focused.closest('[data-closed]') !== null;
}

/**
 * `finalFocus` for a dialog's popup that is mounted when it opens: gives the focus back to what opened it. By itself
 * base-ui gives a dialog without a trigger's focus to what had opened it the first time. Whoever went on while the dialog
 * faded out stays where they are.
 */
export function useOpener(): () => HTMLElement | null | false {
  const [opener] = useState(findOpener);
  return () => {
    if (!isLost(document.activeElement)) return false;
    return opener?.isConnected ? opener : null;
  };
}
