import { useTranslations } from 'next-intl';
import { TableSkeleton } from '@/components/data/states/page-skeletons';
import { Skeleton } from '@/components/ui/skeleton';
import type { CardSize } from '@/lib/codes/picture/look';
import type { CodeView } from '@/lib/codes/find/search-params';
import { cn } from '@/components/ui/cn';
import { FIRST_CARDS, FIRST_CARDS_OF_PHONE, gridClass } from './grid-class';

const CARDS = Array.from({ length: Math.max(...Object.values(FIRST_CARDS)) }, (_, index) => index);

/** The list before its first rows, in the shape of the view. */
export function ListSkeleton({ view, size = 'M' }: { view: CodeView; size?: CardSize }) {
  const t = useTranslations('common');
  if (view === 'table') return <TableSkeleton rows={10} columns={7} />;
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <div className={gridClass[size]}>
        {CARDS.slice(0, FIRST_CARDS[size]).map((key) => (
          <div
            key={key}
            className={cn(
              'rounded-xl border border-border bg-surface p-2.5 shadow-xs sm:p-3',
              key >= FIRST_CARDS_OF_PHONE[size] && 'max-sm:hidden',
            )}
          >
            <Skeleton className="aspect-square h-auto w-full rounded-md" />
            <Skeleton className="mt-3 h-3.5 w-3/4" />
            <Skeleton className="mt-2 h-3 w-1/2" />
            <Skeleton className="mt-3.5 h-5 w-16 rounded-full" />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The whole page before the server has answered. */
export function GallerySkeleton() {
  return (
    <div>
      <div className="mb-7 flex flex-col gap-2 lg:mb-8">
        <Skeleton className="h-7 w-32" />
        <Skeleton className="h-4 w-80 max-w-full" />
      </div>
      <div className="flex gap-2">
        <Skeleton className="h-9 flex-1 rounded-md max-md:h-11 md:max-w-80" />
        <Skeleton className="h-9 w-24 rounded-md max-md:h-11" />
        <Skeleton className="h-9 w-24 rounded-md max-md:hidden" />
        <Skeleton className="h-9 w-24 rounded-md max-md:hidden" />
      </div>
      <div className="flex h-9 items-center justify-between py-6">
        <Skeleton className="h-4 w-20" />
        <Skeleton className="h-9 w-20 rounded-md" />
      </div>
      <ListSkeleton view="cards" />
    </div>
  );
}
