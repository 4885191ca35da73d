'use client';

import { createContext, use } from 'react';

type PaletteOpener = {
  open: () => void;
  /** Fetches its code when the pointer or the focus comes near. */
  preload: () => unknown;
};

const PaletteContext = createContext<PaletteOpener | null>(null);

export const PaletteOpenerProvider = PaletteContext.Provider;

/** What makes a `button` open the command palette; only inside `ConsoleKeys`. */
export function usePaletteTrigger() {
  const opener = use(PaletteContext);
  if (!opener) throw new Error('usePaletteTrigger outside ConsoleKeys');
  const preload = () => void opener.preload();
  return {
    type: 'button',
    'aria-haspopup': 'dialog',
    onClick: opener.open,
    onPointerEnter: preload,
    onFocus: preload,
  } as const;
}
