import type { ReactNode } from 'react';
import { cn } from './cn';

export type DescriptionListProps = { children: ReactNode; className?: string | undefined };

export function DescriptionList({ children, className }: DescriptionListProps) {
  return (
    <dl data-slot="description-list" className={cn('divide-y divide-border', className)}>
      {children}
    </dl>
  );
}

export type DescriptionRowProps = {
  label: ReactNode;
  children: ReactNode;
  /** A small control at the end: copy, edit … */
  action?: ReactNode;
  mono?: boolean | undefined;
};

export function DescriptionRow({ label, children, action, mono }: DescriptionRowProps) {
  return (
    <div className="grid min-h-11 grid-cols-[minmax(6.5rem,2fr)_5fr] items-center gap-4 py-2">
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
      <dd className="flex min-w-0 items-center justify-between gap-2">
        <span className={cn('min-w-0 wrap-anywhere', mono && 'font-mono text-[0.8125rem]')}>{children}</span>
        {action}
      </dd>
    </div>
  );
}
