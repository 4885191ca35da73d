import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export function Card({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="card"
      className={cn('rounded-xl border border-border bg-surface text-foreground shadow-xs', className)}
      {...props}
    />
  );
}

export type CardHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The level fits the outline of the page. */
  as?: 'h2' | 'h3' | undefined;
  id?: string | undefined;
  className?: string | undefined;
};

export function CardHeader({
  title,
  description,
  actions,
  as: Heading = 'h2',
  id,
  className,
}: CardHeaderProps) {
  return (
    <div
      data-slot="card-header"
      className={cn(
        'flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-5 pt-5 sm:px-6',
        className,
      )}
    >
      <div className="min-w-0">
        <Heading id={id} className="text-[0.9375rem] leading-6 font-semibold">
          {title}
        </Heading>
        {description && (
          <p className="mt-0.5 text-[0.8125rem] leading-5 text-muted-foreground">{description}</p>
        )}
      </div>
      {actions && <div className="flex items-center gap-2">{actions}</div>}
    </div>
  );
}

export function CardBody({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="card-body" className={cn('px-5 py-5 sm:px-6', className)} {...props} />;
}
