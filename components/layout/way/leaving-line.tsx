'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { LEAVING } from './leaving';

const addressIn = ({ pathname, search }: { pathname: string; search: string }) => pathname + search;

/** A line at the top of the screen from a press until its page stands: the press has been heard. */
export function LeavingLine() {
  const search = useSearchParams().toString();
  const here = addressIn({ pathname: usePathname(), search });
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    const leave = (event: Event) => {
      if (!(event instanceof CustomEvent)) return;
      const to = new URL(String(event.detail), window.location.href);
      // Within Next's transition it would be drawn together with the page that it speaks of.
      if (addressIn(to) !== addressIn(window.location)) queueMicrotask(() => setLeft(here));
    };
    window.addEventListener(LEAVING, leave);
    return () => window.removeEventListener(LEAVING, leave);
  }, [here]);
  if (left !== here) return null;
  return (
    <div
      aria-hidden
      data-slot="leaving"
      className="fixed inset-x-0 top-0 z-50 h-0.75 origin-left animate-leaving bg-accent motion-reduce:animate-none motion-reduce:transition-opacity motion-reduce:delay-150 motion-reduce:starting:opacity-0"
    />
  );
}
