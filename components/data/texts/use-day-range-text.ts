import { useFormatter, useTranslations } from 'next-intl';

// Days are days and have no time zone: shown as they were chosen.
const DAY = { dateStyle: 'medium', timeZone: 'UTC' } as const;

/** “since 3 May 2026”, of the days of a filter, of which one at least is given. */
export function useDayRangeText() {
  const t = useTranslations('codes.gallery.filters');
  const formatter = useFormatter();
  return ({ from, to }: { from: string; to: string }) => {
    if (from && to) return formatter.dateTimeRange(new Date(from), new Date(to), DAY);
    if (from) return t('since', { day: formatter.dateTime(new Date(from), DAY) });
    return t('until', { day: formatter.dateTime(new Date(to), DAY) });
  };
}
