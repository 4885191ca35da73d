import { useFormatter, useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';

export type QuotaMeterProps = { used: number; limit: number; label: string };

// Far before the end, since what is used never comes back.
const WARNING_SHARE = 0.8;
const DANGER_SHARE = 0.95;

function toneOf(share: number) {
  if (share >= DANGER_SHARE) return 'danger' as const;
  return share >= WARNING_SHARE ? ('warning' as const) : ('accent' as const);
}

export function QuotaMeter({ used, limit, label }: QuotaMeterProps) {
  const t = useTranslations('quota');
  const format = useFormatter();
  const share = used / limit;
  const percent = format.number(share, { style: 'percent', maximumSignificantDigits: 2 });
  return (
    <div className="flex flex-col gap-2">
      <Progress
        role="meter"
        aria-label={label}
        value={used}
        max={limit}
        valueText={t('used', { used, limit })}
        tone={toneOf(share)}
      />
      <p className="flex flex-wrap justify-between gap-x-4 text-[0.8125rem] text-muted-foreground tabular-nums">
        <span>
          {t('used', { used, limit })} · {percent}
        </span>
        <span>{t('left', { left: Math.max(limit - used, 0) })}</span>
      </p>
    </div>
  );
}
