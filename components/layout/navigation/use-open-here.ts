'use client';

import { usePathname } from 'next/navigation';
import { useState } from 'react';

/** Of a sheet that is mounted by the click on its trigger: open at once, and closed by whatever leads to another page. */
export function useOpenHere() {
  const pathname = usePathname();
  const [state, setState] = useState({ open: true, pathname });
  if (state.pathname !== pathname) setState({ open: false, pathname });
  return { open: state.open, onOpenChange: (open: boolean) => setState({ open, pathname }) };
}
