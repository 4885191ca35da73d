import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { BatchState } from '@/lib/db/generated/enums';

const TONES = {
  DRAFT: 'outline',
  RUNNING: 'info',
  PAUSED: 'warning',
  CANCELLED: 'neutral',
  FINISHED: 'success',
} as const;

/** A batch that is done and has failures says so: “finished” alone would sound as if nothing were left to do. */
export function StateBadge({ state, failed }: { state: BatchState; failed: number }) {
  const t = useTranslations('batches.state');
  if (state === 'FINISHED' && failed > 0)
    return (
      <Badge tone="danger" dot>
        {t('withFailures')}
      </Badge>
    );
  return (
    <Badge tone={TONES[state]} dot>
      {t(state)}
    </Badge>
  );
}
