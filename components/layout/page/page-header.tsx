import { ArrowLeft } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title: a state badge. */
  badge?: ReactNode;
  actions?: ReactNode;
  /** The page above this one. */
  back?: { href: Route; label: string } | undefined;
  className?: string | undefined;
};

/** The `h1` of the page with what can be done on it. */
export function PageHeader({ title, description, badge, actions, back, className }: PageHeaderProps) {
  return (
    <header data-slot="page-header" className={cn('mb-7 lg:mb-8', className)}>
      {back && (
        <Link
          href={back.href}
          className="-ms-1 mb-2 inline-flex h-8 items-center gap-1.5 rounded-sm px-1 text-[0.8125rem] text-muted-foreground focus-ring transition-colors hover:text-foreground max-md:-mt-3 max-md:mb-0.5 max-md:h-11"
        >
          <ArrowLeft aria-hidden className="size-3.5" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl leading-8 font-semibold wrap-anywhere lg:text-[1.375rem]">{title}</h1>
            {badge}
          </div>
          {description && <p className="mt-1 max-w-2xl text-pretty text-muted-foreground">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
