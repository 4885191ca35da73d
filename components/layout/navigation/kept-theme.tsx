'use client';

import { useTheme } from 'next-themes';
import { useEffect, useEffectEvent } from 'react';
import type { Theme } from '@/lib/users/theme';

/** Gives a browser the theme that somebody chose in whichever. Draws nothing. */
export function KeptTheme({ theme }: { theme: Theme }) {
  const { setTheme } = useTheme();
  const take = useEffectEvent(() => setTheme(theme));
  useEffect(() => take(), [theme]);
  return null;
}
