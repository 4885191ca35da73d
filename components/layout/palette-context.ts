'use client';

import { createContext, use } from 'react';

export type PaletteOpener = {
  open: () => void;
  /** Fetches its code when the pointer or the focus comes near. */
  preload: () => unknown;
};

const PaletteContext = createContext<PaletteOpener | null>(null);

export const PaletteOpenerProvider = PaletteContext.Provider;

/** How a button opens the command palette; only inside `ConsoleKeys`. */
export function usePalette(): PaletteOpener {
  const opener = use(PaletteContext);
  if (!opener) throw new Error('usePalette outside ConsoleKeys');
  return opener;
}
