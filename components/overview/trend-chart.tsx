import { useFormatter, useTranslations } from 'next-intl';
import { ColumnChart, isLabelled } from '@/components/data/column-chart';
import type { TrendDay } from '@/lib/overview/trend';
import type { Series } from './trend-series';

const LABEL_EVERY = 7;

type Props = { days: TrendDay[]; series: Series[]; app: string };

/** Each day leads to the codes that were made on it. */
export function TrendChart({ days, series, app }: Props) {
  const t = useTranslations('overview.trend');
  const format = useFormatter();
  const nameOf = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00`), { month: 'numeric', day: 'numeric' });
  return (
    <ColumnChart
      columns={days.map((day, at) => ({
        key: day.day,
        tip: t('day', { day: nameOf(day.day), count: day.total }),
        label: isLabelled(at, days.length, LABEL_EVERY) ? nameOf(day.day) : '',
        parts: series.map(({ key, color, valueOf }) => ({ key, fill: color.fill, value: valueOf(day) })),
        href: `/codes?app=${app}&from=${day.day}&to=${day.day}` as const,
      }))}
    />
  );
}
