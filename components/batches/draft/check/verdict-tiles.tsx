'use client';

import { CircleAlert, CircleCheck, Copy, Recycle } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import type { RowVerdict } from '@/lib/db/generated/enums';

const VERDICTS = ['new', 'reused', 'duplicate', 'invalid'] as const;
const LOOKS = {
  new: { icon: CircleCheck, tone: 'text-success-text' },
  reused: { icon: Recycle, tone: 'text-info-text' },
  duplicate: { icon: Copy, tone: 'text-warning-text' },
  invalid: { icon: CircleAlert, tone: 'text-danger-text' },
};

export type VerdictTilesProps = {
  counts: Record<RowVerdict, number>;
  chosen: RowVerdict | null;
  onChoose: (verdict: RowVerdict) => void;
};

/** The four verdicts with their numbers; each shows its rows below. */
export function VerdictTiles({ counts, chosen, onChoose }: VerdictTilesProps) {
  const t = useTranslations('batches.check');
  const format = useFormatter();
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('filter')} className="grid grid-cols-2 gap-3 xl:grid-cols-4">
      {VERDICTS.map((verdict) => {
        const { icon: Icon, tone } = LOOKS[verdict];
        const count = counts[verdict];
        return (
          <label
            key={verdict}
            title={t(`verdictHints.${verdict}`)}
            className="relative flex flex-col gap-0.5 rounded-lg border border-border bg-surface px-3.5 py-3 shadow-xs transition-colors hover:border-input has-checked:border-accent has-checked:bg-accent-subtle/50 has-checked:shadow-[inset_0_0_0_1px_var(--accent)]"
          >
            <input
              type="radio"
              name={name}
              value={verdict}
              checked={verdict === chosen}
              onChange={() => onChoose(verdict)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-lg focus-ring"
            />
            <span className="flex items-center gap-1.5 text-[0.8125rem] text-muted-foreground">
              <Icon aria-hidden className={cn('size-3.5', count > 0 ? tone : undefined)} />
              {t(`verdicts.${verdict}`)}
            </span>
            <span
              className={cn(
                'text-2xl leading-8 font-semibold tabular-nums',
                count === 0 && 'font-normal text-muted-foreground',
                count > 0 && (verdict === 'invalid' || verdict === 'duplicate') && tone,
              )}
            >
              {format.number(count)}
            </span>
          </label>
        );
      })}
    </div>
  );
}
