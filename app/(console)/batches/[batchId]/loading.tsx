import { PageSkeleton } from '@/components/data/page-skeletons';
import { Skeleton } from '@/components/ui/skeleton';

/** A draft and a running batch begin alike: a heading and large cards. */
export default function Loading() {
  return (
    <PageSkeleton>
      <div className="flex flex-col gap-6">
        <Skeleton className="h-56 rounded-xl" />
        <Skeleton className="h-96 rounded-xl" />
      </div>
    </PageSkeleton>
  );
}
