import { PageSkeleton, TableSkeleton } from '@/components/data/page-skeletons';

export default function Loading() {
  return (
    <PageSkeleton>
      <TableSkeleton rows={8} columns={4} />
    </PageSkeleton>
  );
}
