import { dayOf } from '@/lib/clock';
import { daysBefore } from '@/lib/live/day';
import { PERIOD_MAX_DAYS, type ScanFilters } from './scan-filters';

/** Up to so many days are shown hour by hour. */
const HOURLY_MAX_DAYS = 2;

type Days = { from: string; to: string };

/** Calendar days of the server (YYYY-MM-DD), all included; `before` are as many days right before them. */
export type ScanPeriod = Days & {
  days: string[];
  before: Days;
  isHourly: boolean;
  /** Asked for were more than PERIOD_MAX_DAYS: the last ones are shown. */
  isCut: boolean;
};

/** In the period, and in as many days before it. */
export type Compared = { count: number; before: number };

export function compared(rows: readonly { early: boolean; count: number }[]): Compared {
  const sum = (early: boolean) =>
    rows.filter((row) => row.early === early).reduce((total, { count }) => total + count, 0);
  return { count: sum(false), before: sum(true) };
}

const midnight = (day: string) => new Date(`${day}T00:00:00`);

/** Some days, the last of them `to`. */
export function lastDays(to: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => daysBefore(to, count - 1 - at));
}

function lengthOf({ from, to }: Days): number {
  const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
  return Math.round((noon(to) - noon(from)) / (24 * 60 * 60 * 1000)) + 1;
}

export function scanPeriod(filters: Pick<ScanFilters, 'period' | 'from' | 'to'>, now: Date): ScanPeriod {
  const isOwn = filters.from !== '' && filters.to !== '';
  const asked = isOwn ? lengthOf(filters) : Number(filters.period);
  const count = Math.min(asked, PERIOD_MAX_DAYS);
  const to = isOwn ? filters.to : dayOf(now);
  const days = lastDays(to, count);
  const from = days[0] ?? to;
  return {
    ...{ from, to, days, isHourly: count <= HOURLY_MAX_DAYS, isCut: asked > count },
    before: { from: daysBefore(from, count), to: daysBefore(from, 1) },
  };
}

/** The hours that begin in these days; those that a clock skips or repeats are as many as there are. */
export function hoursOf({ from, to }: Days): Date[] {
  const end = midnight(daysBefore(to, -1)).getTime();
  const hours: Date[] = [];
  for (let at = midnight(from).getTime(); at < end; at += 60 * 60 * 1000) hours.push(new Date(at));
  return hours;
}
