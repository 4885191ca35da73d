import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export type EmptyStateProps = {
  icon: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  /** The next step: create, or clear the filters. */
  action?: ReactNode;
  /** `nothing-yet` invites, in a dashed frame; `no-match` answers a search, quieter. */
  variant?: 'nothing-yet' | 'no-match' | undefined;
  className?: string | undefined;
};

export function EmptyState({
  icon,
  title,
  text,
  action,
  variant = 'nothing-yet',
  className,
}: EmptyStateProps) {
  const inviting = variant === 'nothing-yet';
  return (
    <div
      data-slot="empty-state"
      role={inviting ? undefined : 'status'}
      className={cn(
        'flex flex-col items-center justify-center px-6 text-center',
        inviting ? 'rounded-xl border border-dashed border-input/50 py-16' : 'py-14',
        className,
      )}
    >
      <span
        aria-hidden
        className={cn(
          'flex size-12 items-center justify-center rounded-full [&_svg]:size-5',
          inviting ? 'sun-rays my-6 bg-accent-subtle text-accent-text' : 'bg-muted text-muted-foreground',
        )}
      >
        {icon}
      </span>
      <p className="mt-4 text-[0.9375rem] font-semibold">{title}</p>
      {text && <p className="mt-1 max-w-md text-pretty text-muted-foreground">{text}</p>}
      {action && <div className="mt-6 flex flex-wrap items-center justify-center gap-2">{action}</div>}
    </div>
  );
}
