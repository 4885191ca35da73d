import { useFormatter, useTranslations } from 'next-intl';
import type { LiveRule } from '@/lib/live/rules';

/** Monday to Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const SOME_MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 24 * 60 * 60 * 1000;

export function useWeekdayName(): (weekday: number) => string {
  const format = useFormatter();
  return (weekday) =>
    format.dateTime(new Date(SOME_MONDAY + (weekday - 1) * DAY_MS), { weekday: 'short', timeZone: 'UTC' });
}

function useDay(): (day: string) => string {
  const format = useFormatter();
  const shape = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return (day) => format.dateTime(new Date(`${day}T12:00:00Z`), shape);
}

function useDays({ from, to }: LiveRule): string {
  const t = useTranslations('live.rules.when');
  const day = useDay();
  if (from && to) return from === to ? day(from) : t('days', { from: day(from), to: day(to) });
  if (from) return t('fromDay', { from: day(from) });
  return to ? t('toDay', { to: day(to) }) : '';
}

function useTimes({ startTime: start, endTime: end }: LiveRule): string {
  const t = useTranslations('live.rules.when');
  if (start && end) return t(end < start ? 'timesOver' : 'times', { start, end });
  if (start) return t('fromTime', { start });
  return end ? t('toTime', { end }) : '';
}

/** When a rule holds, and for how many people. */
export function RuleWhen({ rule }: { rule: LiveRule }) {
  const t = useTranslations('live.rules.when');
  const name = useWeekdayName();
  const format = useFormatter();
  const { weekdays, share } = rule;
  const parts = [
    useDays(rule),
    format.list(weekdays.map(name), { type: 'conjunction' }),
    useTimes(rule),
    share === null ? '' : t('share', { share }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
