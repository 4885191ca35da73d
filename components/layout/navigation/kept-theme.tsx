'use client';

import { useEffect } from 'react';
import type { Theme } from '@/lib/users/theme';

/** Gives a browser the theme that somebody chose in whichever. Draws nothing. */
export function KeptTheme({ theme }: { theme: Theme }) {
  // Mostly the page has it already (lib/users/theme.ts): nothing that a first paint waits for.
  useEffect(() => void import('./use-theme').then(({ setTheme }) => setTheme(theme)), [theme]);
  return null;
}
