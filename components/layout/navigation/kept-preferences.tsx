'use client';

import { useTheme } from 'next-themes';
import { createContext, useContext, useEffect, useEffectEvent, type ReactNode } from 'react';
import type { Theme } from '@/lib/users/theme';

const KeptContext = createContext(false);

/** Whether what is chosen here is kept with the person, and not in the browser alone. */
export const useIsKept = () => useContext(KeptContext);

/** Around the pages of somebody who is signed in. @param props.theme what they chose on whichever browser; null for nothing */
export function KeptPreferences({ theme, children }: { theme: Theme | null; children: ReactNode }) {
  const { setTheme } = useTheme();
  const take = useEffectEvent((kept: Theme) => setTheme(kept));
  useEffect(() => {
    if (theme) take(theme);
  }, [theme]);
  return <KeptContext value={true}>{children}</KeptContext>;
}
