import { PageSkeleton } from '@/components/data/page-skeletons';
import { BatchListSkeleton } from '@/components/batches/list/batch-list-skeleton';

export default function Loading() {
  return (
    <PageSkeleton>
      <BatchListSkeleton />
    </PageSkeleton>
  );
}
