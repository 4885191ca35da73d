import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { BatchCounts } from '@/lib/batches/report/run-types';
import type { BatchState } from '@/lib/db/generated/enums';
import { readyOf } from './figures';

const TONES = {
  DRAFT: 'outline',
  RUNNING: 'info',
  PAUSED: 'warning',
  CANCELLED: 'neutral',
  FINISHED: 'success',
} as const;

export type StateBadgeProps = {
  state: BatchState;
  /** Of a batch that may be over. */
  counts?: Pick<BatchCounts, 'made' | 'reused' | 'failed'>;
};

/** A batch that is done and has failures says so: “finished” alone would sound as if nothing were left to do. */
export function StateBadge({ state, counts }: StateBadgeProps) {
  const t = useTranslations('batches.state');
  if (state === 'FINISHED' && counts && counts.failed > 0)
    return (
      <Badge tone="danger" dot>
        {t(readyOf(counts) > 0 ? 'withFailures' : 'allFailed')}
      </Badge>
    );
  return (
    <Badge tone={TONES[state]} dot>
      {t(state)}
    </Badge>
  );
}
