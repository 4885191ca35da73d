import { useFormatter, useTranslations } from 'next-intl';
import { DetailCard } from '@/components/codes/detail/detail-card';
import type { ScanFigures } from '@/lib/live/scan-figures';

/** How often it was scanned: in all, and day by day, as a table whose rows are bars too. */
export function ScansCard({ scans: { total, days } }: { scans: ScanFigures }) {
  const t = useTranslations('live.scans');
  const format = useFormatter();
  const most = Math.max(1, ...days.map(({ count }) => count));
  const recent = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <DetailCard title={t('title')} text={t('text')}>
      <p className="tabular-nums">{t('total', { total, recent, days: days.length })}</p>
      {recent > 0 && (
        <table className="mt-2 w-full text-[0.8125rem] tabular-nums">
          <caption className="sr-only">{t('perDay')}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('count')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, count }) => (
              <tr key={day}>
                <th scope="row" className="w-20 py-1 text-start font-normal text-muted-foreground">
                  {format.dateTime(new Date(`${day}T12:00:00Z`), {
                    ...{ month: 'short', day: 'numeric', timeZone: 'UTC' },
                  })}
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
      )}
    </DetailCard>
  );
}
