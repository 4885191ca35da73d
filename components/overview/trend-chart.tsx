import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import type { TrendDay } from '@/lib/overview/trend';
import { axisTop, type Series } from './trend-series';

const BAR_SHARE = 0.72;
const LABEL_EVERY = 7;

type Props = { days: TrendDay[]; series: Series[]; app: string };

/**
 * Columns of stacked bars with their axes, in per cent of whatever room there is. Whoever does not point reads the table
 * below it: for the keyboard and for screen readers this is an ornament.
 */
export function TrendChart({ days, series, app }: Props) {
  const format = useFormatter();
  const top = axisTop(Math.max(...days.map(({ total }) => total)));
  return (
    <div aria-hidden className="flex gap-2 text-2xs text-muted-foreground">
      <div className="relative h-40 shrink-0">
        {/* As wide as its widest number. */}
        <span className="invisible">{format.number(top)}</span>
        {[top, top / 2, 0].map((value) => (
          <span
            key={value}
            className="absolute end-0 -translate-y-1/2 leading-none"
            style={{ top: `${(1 - value / top) * 100}%` }}
          >
            {format.number(value)}
          </span>
        ))}
      </div>
      <div className="min-w-0 flex-1">
        <div className="relative h-40">
          <svg className="absolute size-full overflow-visible">
            {[0, 50].map((y) => (
              <line
                key={y}
                x1="0"
                x2="100%"
                y1={`${y}%`}
                y2={`${y}%`}
                className="stroke-border"
                strokeDasharray="2 4"
              />
            ))}
            <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-border" />
            {days.map((day, at) => (
              <Bar key={day.day} day={day} series={series} top={top} place={{ at, of: days.length }} />
            ))}
          </svg>
          <div className="absolute inset-0 flex">
            {days.map((day) => (
              <DayLink key={day.day} day={day} app={app} />
            ))}
          </div>
        </div>
        <DayLabels days={days} />
      </div>
    </div>
  );
}

type BarProps = { day: TrendDay; series: Series[]; top: number; place: { at: number; of: number } };

function Bar({ day, series, top, place: { at, of } }: BarProps) {
  const width = 100 / of;
  const x = `${(at + (1 - BAR_SHARE) / 2) * width}%`;
  const ends = series.map((_, index) =>
    series.slice(0, index + 1).reduce((sum, { valueOf }) => sum + valueOf(day), 0),
  );
  return series.map(({ key, color, valueOf }, index) => {
    const height = (valueOf(day) / top) * 100;
    if (height === 0) return null;
    const y = 100 - ((ends[index] ?? 0) / top) * 100;
    return (
      <rect
        key={key}
        x={x}
        width={`${BAR_SHARE * width}%`}
        y={`${y}%`}
        height={`${height}%`}
        rx="1.5"
        className={color.fill}
      />
    );
  });
}

function useDayName(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T00:00:00`), { month: 'numeric', day: 'numeric' });
}

/** The whole column leads to the codes of its day, and says how many they are. */
function DayLink({ day, app }: { day: TrendDay; app: string }) {
  const t = useTranslations('overview.trend');
  const dayName = useDayName();
  return (
    <Link
      href={`/codes?app=${app}&from=${day.day}&to=${day.day}`}
      prefetch={false}
      tabIndex={-1}
      className="group relative flex-1 rounded-sm hover:bg-foreground/6"
    >
      <span className="pointer-events-none absolute start-1/2 bottom-full z-10 mb-1 hidden -translate-x-1/2 rounded-md bg-primary px-2 py-1 text-xs whitespace-nowrap text-primary-foreground group-hover:block">
        {t('day', { day: dayName(day.day), count: day.total })}
      </span>
    </Link>
  );
}

/** Of today, which ends with the chart, and of every week before. */
function DayLabels({ days }: { days: TrendDay[] }) {
  const dayName = useDayName();
  return (
    <div className="relative mt-1.5 h-4">
      {days.map(({ day }, at) =>
        (days.length - 1 - at) % LABEL_EVERY === 0 ? (
          <span
            key={day}
            className={cn(
              'absolute whitespace-nowrap',
              at === days.length - 1 ? 'end-0' : '-translate-x-1/2',
            )}
            style={at === days.length - 1 ? undefined : { left: `${((at + 0.5) * 100) / days.length}%` }}
          >
            {dayName(day)}
          </span>
        ) : null,
      )}
    </div>
  );
}
