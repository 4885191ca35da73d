import { PageSkeleton } from '@/components/data/page-skeletons';
import { ExportListSkeleton } from '@/components/exports/list/export-list-skeleton';

export default function Loading() {
  return (
    <PageSkeleton>
      <ExportListSkeleton />
    </PageSkeleton>
  );
}
