import { useFormatter, useTranslations } from 'next-intl';
import { DetailCard } from '@/components/codes/detail/detail-card';
import { useChangeText } from '@/components/data/texts/use-change-text';
import { Disclosure } from '@/components/ui/disclosure';
import type { ScanFigures } from '@/lib/live/scan-figures';

/** How often it was scanned: in all, day by day, in which way, and hour by hour today. */
export function ScansCard({ scans: { total, devices, days, before, kinds, hours } }: { scans: ScanFigures }) {
  const t = useTranslations('live.scans');
  const tKind = useTranslations('scans.kinds');
  const changeText = useChangeText();
  const format = useFormatter();
  const recent = days.reduce((sum, { count }) => sum + count, 0);
  const scanned = hours.filter(({ count }) => count > 0);
  const dayName = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const hourName = (hour: string) =>
    format.dateTime(new Date(hour), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    <DetailCard title={t('title')} text={t('text')}>
      <p className="tabular-nums">{t('total', { total, recent, days: days.length })}</p>
      {recent + before > 0 && (
        <p className="text-[0.8125rem] text-muted-foreground">
          {changeText({ count: recent, before }, days.length)}
        </p>
      )}
      {devices > 0 && (
        <p className="text-[0.8125rem] text-muted-foreground">
          {t('devices', { count: devices, days: days.length })}
        </p>
      )}
      {recent > 0 && (
        <>
          <BarTable
            heads={{ label: t('perDay'), name: t('day'), count: t('count') }}
            rows={days.map(({ day, count }) => ({ key: day, name: dayName(day), count }))}
          />
          <BarTable
            heads={{ label: t('perKind', { days: days.length }), name: t('kind'), count: t('count') }}
            rows={kinds.map(({ kind, count }) => ({ key: kind, name: tKind(kind), count }))}
          />
        </>
      )}
      {scanned.length > 0 && (
        <Disclosure summary={t('today')} className="mt-2">
          <BarTable
            heads={{ label: t('today'), name: t('hour'), count: t('count') }}
            rows={scanned.map(({ hour, count }) => ({ key: hour, name: hourName(hour), count }))}
          />
        </Disclosure>
      )}
    </DetailCard>
  );
}

type BarTableProps = {
  heads: { label: string; name: string; count: string };
  rows: readonly { key: string; name: string; count: number }[];
};

/** A table whose rows are bars too. */
function BarTable({ heads, rows }: BarTableProps) {
  const format = useFormatter();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table className="mt-2 w-full text-[0.8125rem] tabular-nums">
      <caption className="sr-only">{heads.label}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{heads.name}</th>
          <th scope="col">{heads.count}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, count }) => (
          <tr key={key}>
            <th
              scope="row"
              className="w-24 py-1 text-start font-normal whitespace-nowrap text-muted-foreground"
            >
              {name}
            </th>
            <td className="py-1">
              <span className="flex items-center gap-2">
                <span
                  aria-hidden
                  className="h-2 min-w-px rounded-full bg-accent"
                  style={{ width: `${(count / most) * 75}%` }}
                />
                {format.number(count)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
