import { PageSkeleton } from '@/components/data/states/page-skeletons';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <PageSkeleton>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18.5rem] xl:gap-8">
        <div className="flex flex-col gap-6">
          <Skeleton className="h-96 rounded-xl" />
          <Skeleton className="h-80 rounded-xl" />
        </div>
        <Skeleton className="h-120 rounded-xl max-lg:hidden" />
      </div>
    </PageSkeleton>
  );
}
