import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';

/** The panel before the rows are judged, or before its code is there. */
export function PanelSkeleton() {
  const t = useTranslations('common');
  return (
    <Card className="flex flex-col gap-4 p-5" role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-5 w-40" />
      <Skeleton className="w-full" />
      <Skeleton className="h-11 w-full rounded-md" />
    </Card>
  );
}
