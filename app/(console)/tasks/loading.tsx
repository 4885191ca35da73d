import { CardListSkeleton, PageSkeleton } from '@/components/data/page-skeletons';

export default function Loading() {
  return (
    <PageSkeleton>
      <CardListSkeleton end="bar" />
    </PageSkeleton>
  );
}
