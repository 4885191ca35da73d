import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

const CARDS = [1, 2, 3, 4, 5];

export function ExportListSkeleton() {
  const t = useTranslations('common');
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{t('loading')}</span>
      {CARDS.map((card) => (
        <div
          key={card}
          className="flex items-center gap-3.5 rounded-xl border border-border bg-surface px-4 py-4 shadow-xs sm:px-5"
        >
          <Skeleton className="size-9 rounded-md" />
          <div className="flex flex-1 flex-col gap-2.5">
            <Skeleton className="w-48 max-w-full" />
            <Skeleton className="h-3 w-72 max-w-full" />
          </div>
          <Skeleton className="h-8 w-40 rounded-md max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
