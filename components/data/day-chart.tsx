import { useFormatter, useTranslations } from 'next-intl';
import type { DayCount } from '@/lib/quota/queries';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';

const COLORS = {
  getwxacodeunlimit: 'bg-chart-1',
  getwxacode: 'bg-chart-2',
  createwxaqrcode: 'bg-chart-3',
};

function totalOf(day: DayCount): number {
  return ENDPOINTS.reduce((total, endpoint) => total + day[endpoint], 0);
}

/** Stacked bars, a column a day. Drawn with boxes on the server, so that it costs the browser no script. */
export function DayChart({ days }: { days: DayCount[] }) {
  const t = useTranslations('quota');
  const format = useFormatter();
  const highest = Math.max(...days.map(totalOf), 1);
  const dayName = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00`), { month: 'numeric', day: 'numeric' });
  if (days.every((day) => totalOf(day) === 0))
    return <p className="py-10 text-center text-muted-foreground">{t('none')}</p>;
  return (
    <figure className="flex flex-col gap-3">
      <ol className="flex h-36 items-end gap-[3px] border-b border-border">
        {days.map((day) => (
          <DayColumn key={day.day} day={day} highest={highest} label={dayName(day.day)} />
        ))}
      </ol>
      <figcaption className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-xs text-muted-foreground tabular-nums">
        <span>
          {dayName(days[0]?.day ?? '')} – {dayName(days.at(-1)?.day ?? '')}
        </span>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {ENDPOINTS.map((endpoint) => (
            <li key={endpoint} className="flex items-center gap-1.5 font-mono">
              <span aria-hidden className={`size-2.5 rounded-[3px] ${COLORS[endpoint]}`} />
              {endpoint}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function DayColumn({ day, highest, label }: { day: DayCount; highest: number; label: string }) {
  const t = useTranslations('quota');
  const text = t('day', { day: label, count: totalOf(day) });
  return (
    <li className="group relative flex h-full min-w-0 flex-1 flex-col justify-end" title={text}>
      <span className="sr-only">{text}</span>
      <span aria-hidden className="flex flex-col overflow-hidden rounded-t-sm group-hover:opacity-80">
        {ENDPOINTS.map((endpoint) => (
          <span
            key={endpoint}
            className={COLORS[endpoint]}
            style={{ height: `${(day[endpoint] / highest) * 8.5}rem` }}
          />
        ))}
      </span>
    </li>
  );
}
