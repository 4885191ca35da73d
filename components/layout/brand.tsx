import { cn } from '@/components/ui/cn';

// 16 rays broken in four ways, as the rays of a 小程序码 are.
const RAYS =
  'M16 8L16 1.4M19.06 8.61L19.9 6.58M21.36 3.07L21.36 3.06M21.66 10.34L21.67 10.34M24.2 7.8L26.32 5.68M23.39 12.94L26.9 11.48M24 16L30.6 16M23.39 19.06L25.42 19.9M28.93 21.36L28.94 21.36M21.66 21.66L21.67 21.66M24.2 24.2L26.32 26.32M19.06 23.39L20.52 26.9M16 24L16 30.6M12.94 23.39L12.1 25.42M10.64 28.93L10.64 28.94M10.34 21.66L10.35 21.66M7.8 24.2L5.68 26.32M8.61 19.06L5.1 20.52M8 16L1.4 16M8.61 12.94L6.58 12.1M3.07 10.64L3.06 10.64M10.34 10.34L10.35 10.34M7.8 7.8L5.68 5.68M12.94 8.61L11.48 5.1';

export function BrandMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden className={cn('size-7 shrink-0 text-accent', className)}>
      <circle cx="16" cy="16" r="4.7" fill="currentColor" />
      <path d={RAYS} stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />
    </svg>
  );
}

export type BrandProps = { name: string; tagline?: string | undefined; className?: string | undefined };

/** Mark and name. The link around it, if any, is the caller's. */
export function Brand({ name, tagline, className }: BrandProps) {
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <BrandMark />
      <span className="flex flex-col">
        <span className="text-base leading-5 font-semibold tracking-tight">{name}</span>
        {tagline && <span className="text-2xs text-muted-foreground">{tagline}</span>}
      </span>
    </span>
  );
}
