'use client';

import { useFormatter, useNow, useTranslations } from 'next-intl';
import { TRASH_DAYS } from '@/lib/bulk/kinds';

const DAY_MS = 24 * 60 * 60 * 1000;

export type DaysLeftProps = { deletedAt: Date | string; className?: string | undefined };

/** Of a code in the trash: “22 days left”, and on hover since when it lies there. */
export function DaysLeft({ deletedAt, className }: DaysLeftProps) {
  const t = useTranslations('bulk.trash');
  const format = useFormatter();
  const now = useNow();
  const since = new Date(deletedAt);
  const days = Math.ceil((since.getTime() + TRASH_DAYS * DAY_MS - now.getTime()) / DAY_MS);
  const date = format.dateTime(since, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span suppressHydrationWarning title={t('since', { date })} className={className}>
      {t('left', { days: Math.max(days, 0) })}
    </span>
  );
}
