import { PageSkeleton } from '@/components/data/states/page-skeletons';
import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <PageSkeleton>
      <Skeleton className="h-120 max-w-4xl rounded-xl" />
    </PageSkeleton>
  );
}
