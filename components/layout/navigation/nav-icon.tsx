'use client';

import type { LucideIcon } from 'lucide-react';
import { useLinkStatus } from 'next/link';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';

export type NavIconProps = { icon: LucideIcon; className: string };

/** The sign of a place, within its link. Where the way there takes a moment, it turns: the press has been heard. */
export function NavIcon({ icon: Icon, className }: NavIconProps) {
  const { pending } = useLinkStatus();
  return (
    <span className={cn('relative shrink-0', className)}>
      <Icon aria-hidden className={cn('size-full', pending && 'opacity-0 transition-opacity delay-200')} />
      {pending && (
        <Spinner className="absolute inset-0 size-full transition-opacity delay-200 starting:opacity-0" />
      )}
    </span>
  );
}
