import { PageSkeleton } from '@/components/data/page-skeletons';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <PageSkeleton>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,23rem)_minmax(0,1fr)] xl:grid-cols-[minmax(0,27rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-6">
          <Skeleton className="aspect-square h-auto w-full rounded-xl" />
          <Skeleton className="h-52 rounded-xl" />
        </div>
        <Skeleton className="h-160 rounded-xl" />
      </div>
    </PageSkeleton>
  );
}
