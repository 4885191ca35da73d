import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  /** What is inside may wait for it. */
  onOpen?: (() => void) | undefined;
  className?: string | undefined;
};

/** Folded until somebody asks for it. The browser's own, so that it opens before any script and its text is found by search. */
export function Disclosure({ summary, children, onOpen, className }: DisclosureProps) {
  return (
    <details
      data-slot="disclosure"
      onToggle={onOpen && (({ currentTarget }) => currentTarget.open && onOpen())}
      className={cn('group/disclosure', className)}
    >
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-xs text-[0.8125rem] text-muted-foreground focus-ring hover:text-foreground max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 transition-transform group-open/disclosure:rotate-90 motion-reduce:transition-none"
        />
        {summary}
      </summary>
      {children}
    </details>
  );
}
