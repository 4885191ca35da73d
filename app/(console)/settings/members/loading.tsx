import { PageSkeleton, TableSkeleton } from '@/components/data/states/page-skeletons';

export default function Loading() {
  return (
    <PageSkeleton>
      <TableSkeleton rows={5} columns={3} />
    </PageSkeleton>
  );
}
