'use client';

import type { LucideIcon } from 'lucide-react';
import { useLinkStatus } from 'next/link';
import { cn } from '@/components/ui/cn';

/** The sign of a place, within its link. It pulses while the page is on its way: the press has been heard. */
export function NavIcon({ icon: Icon, className }: { icon: LucideIcon; className: string }) {
  return (
    <Icon
      aria-hidden
      className={cn(className, useLinkStatus().pending && 'animate-pulse text-accent-text')}
    />
  );
}
