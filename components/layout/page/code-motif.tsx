import { cn } from '@/components/ui/cn';

/**
 * Ornament: a sun in the manner of a Mini Program code. Holds no data. A picture of its own, because every page carries its
 * fault page: drawn in it, the 72 rays would be 5 kB of each.
 */
export function CodeMotif({ className }: { className?: string | undefined }) {
  return (
    <div aria-hidden className={cn('pointer-events-none select-none', className)}>
      <div className="size-full code-motif" />
    </div>
  );
}
