import { CardsSkeleton, PageSkeleton } from '@/components/data/page-skeletons';

export default function Loading() {
  return (
    <PageSkeleton>
      <CardsSkeleton />
    </PageSkeleton>
  );
}
