import { useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import type { PressingQuota } from '@/lib/quota/pressing';
import { QUOTA } from './nav-items';
import { NavLink } from './nav-link';

const TONES = { calm: 'accent', warning: 'warning', danger: 'danger' } as const;

/** How much of the permanent 100,000 is gone, of the Mini Program where that matters most. It cannot be got back. */
export function QuotaBadge({ quota }: { quota: PressingQuota }) {
  const t = useTranslations('layout.quota');
  const { name, used, limit, left, level } = quota;
  const usedText = t('used', { used, limit });
  return (
    <NavLink
      href={QUOTA.href}
      className="flex flex-col gap-2 rounded-lg border border-border bg-surface p-3 shadow-xs focus-ring transition-colors hover:border-input"
    >
      <span className="flex items-baseline justify-between gap-2 text-xs">
        <span className="min-w-0 truncate font-medium" title={name}>
          {name}
        </span>
        <span className="shrink-0 text-muted-foreground">{t('title')}</span>
      </span>
      <Progress
        role="meter"
        aria-label={`${t('title')}: ${name}`}
        value={used}
        max={limit}
        valueText={usedText}
        tone={TONES[level]}
      />
      <span className="flex flex-col text-xs leading-5 text-muted-foreground">
        <span>{usedText}</span>
        <span className="text-foreground">{left === 0 ? t('full') : t('left', { count: left })}</span>
      </span>
    </NavLink>
  );
}
