import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { BatchRowItem } from '@/lib/batches/report/run-types';

const TONES = {
  reused: 'accent',
  failed: 'danger',
  running: 'info',
  waiting: 'neutral',
  notMade: 'neutral',
  skipped: 'warning',
} as const;

export function RowStatusBadge({ row: { status, verdict } }: { row: BatchRowItem }) {
  const t = useTranslations('batches.table');
  // What nearly every row says is said quietly, so that the others are seen.
  if (status === 'made') return <span className="text-muted-foreground">{t('statuses.made')}</span>;
  const skipped = verdict === 'duplicate' ? t('statuses.duplicate') : t('statuses.invalid');
  return (
    <Badge tone={TONES[status]} dot>
      {status === 'skipped' ? skipped : t(`statuses.${status}`)}
    </Badge>
  );
}
