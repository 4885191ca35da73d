import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** In the place of a picture at the head of a row: what the row is, in grey when it does nothing any more. */
export function IconCover({ isOff, children }: { isOff: boolean; children: ReactNode }) {
  return (
    <span
      aria-hidden
      className={cn(
        'flex size-11 items-center justify-center rounded-lg [&_svg]:size-4.5',
        isOff ? 'bg-muted text-muted-foreground' : 'bg-accent-subtle text-accent-text',
      )}
    >
      {children}
    </span>
  );
}
