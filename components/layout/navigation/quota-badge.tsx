import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Progress } from '@/components/ui/progress';
import { QUOTA } from './nav-items';

export type Quota = { used: number; limit: number };

const WARN_SHARE = 0.8;
const DANGER_SHARE = 0.95;

function toneOf({ used, limit }: Quota) {
  if (used >= limit * DANGER_SHARE) return 'danger';
  return used >= limit * WARN_SHARE ? 'warning' : 'accent';
}

/** How much of the permanent 100,000 is gone. Always in sight: it cannot be got back. */
export function QuotaBadge({ quota }: { quota: Quota }) {
  const t = useTranslations('layout.quota');
  const left = Math.max(quota.limit - quota.used, 0);
  const usedText = t('used', quota);
  return (
    <Link
      href={QUOTA.href}
      className="flex flex-col gap-2 rounded-lg border border-border bg-surface p-3 shadow-xs focus-ring transition-colors hover:border-input"
    >
      <span className="text-xs font-medium">{t('title')}</span>
      <Progress
        role="meter"
        aria-label={t('title')}
        value={quota.used}
        max={quota.limit}
        valueText={usedText}
        tone={toneOf(quota)}
      />
      <span className="flex flex-col text-xs leading-5 text-muted-foreground">
        <span>{usedText}</span>
        <span className="text-foreground">{left === 0 ? t('full') : t('left', { count: left })}</span>
      </span>
    </Link>
  );
}
