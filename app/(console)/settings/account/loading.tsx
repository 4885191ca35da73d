import { CardsSkeleton, PageSkeleton } from '@/components/data/states/page-skeletons';

export default function Loading() {
  return (
    <PageSkeleton>
      <CardsSkeleton />
    </PageSkeleton>
  );
}
