import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { DryRun } from '@/lib/batches/check/dry-run-types';

export type CostTextProps = { dryRun: DryRun; sandbox: boolean };

/** What it would take of the 100,000 that never come back, in one sentence with the numbers. */
export function CostText({ dryRun, sandbox }: CostTextProps) {
  const t = useTranslations('batches.check');
  const { cost, counts } = dryRun;
  const rows = counts.new + counts.reused;
  const { needed, counted, usedBefore: before, usedAfter: after, limit, floor } = cost;
  if (!cost.isLimited)
    return <p className="text-pretty">{t('free', { rows, new: counts.new, reused: counts.reused })}</p>;
  return (
    <>
      <div className="tabular-nums">
        <p className="text-pretty">{t('costRows', { rows, needed, counted })}</p>
        <p className="text-lg leading-8 font-semibold">{t('costUsed', { before, after })}</p>
        <p className="text-[0.8125rem] text-muted-foreground">
          {t('costOf', { limit })}
          {sandbox && t('sandbox')}
        </p>
      </div>
      {!cost.fits && (
        <Alert tone="danger">
          {after > limit
            ? t('over', { needed, left: Math.max(limit - before, 0) })
            : t('floor', { needed, left: Math.max(limit - before - floor, 0) })}
        </Alert>
      )}
    </>
  );
}
