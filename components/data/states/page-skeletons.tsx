import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';

function Busy({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <div role="status" data-slot="page-skeleton">
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  );
}

function keys(count: number) {
  return Array.from({ length: count }, (_, index) => index);
}

export function TableSkeleton({
  rows = 8,
  columns = 4,
}: {
  rows?: number | undefined;
  columns?: number | undefined;
}) {
  return (
    <Busy>
      <div className="overflow-hidden rounded-xl border border-border bg-surface">
        <div className="flex h-10 items-center gap-6 border-b border-border px-5">
          {keys(columns).map((key) => (
            <Skeleton key={key} className="h-3 flex-1 first:max-w-40" />
          ))}
        </div>
        {keys(rows).map((row) => (
          <div key={row} className="flex h-13 items-center gap-6 border-b border-border px-5 last:border-0">
            {keys(columns).map((key) => (
              <Skeleton key={key} className="flex-1 first:flex-2" />
            ))}
          </div>
        ))}
      </div>
    </Busy>
  );
}

/** Before a page of cards: a list of things that are set, forms one below the other. */
export function CardsSkeleton({ count = 3 }: { count?: number }) {
  return (
    <Busy>
      <div className="flex flex-col gap-6">
        {keys(count).map((key) => (
          <Skeleton key={key} className="h-44 rounded-xl" />
        ))}
      </div>
    </Busy>
  );
}

/** A page of its own before its data: heading, then what the caller draws. */
export function PageSkeleton({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <Skeleton className="h-7 w-40" />
        <Skeleton className="h-4 w-72 max-w-full" />
      </div>
      {children}
    </div>
  );
}
