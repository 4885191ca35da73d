import { PageSkeleton, TableSkeleton } from '@/components/data/states/page-skeletons';

export default function Loading() {
  return (
    <PageSkeleton>
      <TableSkeleton rows={6} columns={3} />
    </PageSkeleton>
  );
}
