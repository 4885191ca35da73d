'use client';

import { useEffect } from 'react';
import { setTheme } from '@/components/layout/navigation/use-theme';
import type { Theme } from '@/lib/users/theme';

/** Gives a browser the theme that somebody chose in whichever. Draws nothing. */
export function KeptTheme({ theme }: { theme: Theme }) {
  useEffect(() => setTheme(theme), [theme]);
  return null;
}
