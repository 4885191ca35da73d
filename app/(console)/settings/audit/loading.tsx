import { PageSkeleton, TableSkeleton } from '@/components/data/states/page-skeletons';

export default function Loading() {
  return (
    <PageSkeleton>
      <TableSkeleton rows={8} columns={4} />
    </PageSkeleton>
  );
}
