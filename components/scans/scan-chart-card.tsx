import { useFormatter, useTranslations } from 'next-intl';
import { ColumnChart, isLabelled } from '@/components/data/column-chart';
import { useChangeText } from '@/components/data/texts/use-change-text';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { LabelledTable } from '@/components/ui/labelled-table';
import { TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { Disclosure } from '@/components/ui/disclosure';
import type { ScanReport } from '@/lib/live/scans/scan-report';

const LABELS = 6;

/** A day or an hour, short below the chart and whole in the table. */
function useColumnName({ isHourly, days }: ScanReport['period']) {
  const format = useFormatter();
  const manyDays = days.length > 1;
  const time = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
  return (at: string, look: 'short' | 'tip' | 'long'): string => {
    const date = new Date(isHourly ? at : `${at}T00:00:00`);
    if (look === 'short' && isHourly && !manyDays) return format.dateTime(date, time);
    if (look !== 'long')
      return format.dateTime(date, { month: 'numeric', day: 'numeric', ...(isHourly ? time : {}) });
    return format.dateTime(date, { dateStyle: 'medium', ...(isHourly ? { timeStyle: 'short' } : {}) });
  };
}

/** How often codes were scanned, a column a day (or an hour), each with a line where the period before stood. */
export function ScanChartCard({ report: { period, total, devices, columns } }: { report: ScanReport }) {
  const t = useTranslations('scans.chart');
  const changeText = useChangeText();
  const nameOf = useColumnName(period);
  const hasDevices = devices !== null && devices.count > 0;
  const every = Math.max(1, Math.ceil(columns.length / LABELS));
  return (
    <Card>
      <CardHeader
        title={
          <span className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
            <span className="text-xl font-semibold">{t('total', { count: total.count })}</span>
            {hasDevices && (
              <span className="font-normal text-muted-foreground">
                {t('devices', { count: devices.count })}
              </span>
            )}
          </span>
        }
        description={changeText(total, period.days.length)}
      />
      <CardBody className="flex flex-col gap-4">
        {total.count + total.before === 0 ? (
          <p className="py-8 text-center text-muted-foreground">{t('none')}</p>
        ) : (
          <>
            <ColumnChart
              columns={columns.map(({ at, count, before }, index) => ({
                key: at,
                tip: t('column', { at: nameOf(at, 'tip'), count, before }),
                label: isLabelled(index, columns.length, every) ? nameOf(at, 'short') : '',
                parts: [{ key: 'scans', fill: 'fill-chart-1', value: count }],
                mark: before,
              }))}
            />
            <ul aria-hidden className="flex flex-wrap gap-x-5 gap-y-1.5 text-xs text-muted-foreground">
              <li className="flex items-center gap-1.5">
                <span className="size-2.5 rounded-[3px] bg-chart-1" />
                {t('now')}
              </li>
              <li className="flex items-center gap-1.5">
                <span className="h-[1.5px] w-3 bg-foreground/45" />
                {t('before', { days: period.days.length })}
              </li>
            </ul>
            <Figures report={{ period, columns }} nameOf={(at) => nameOf(at, 'long')} />
            {hasDevices && <p className="text-xs text-muted-foreground">{t('devicesText')}</p>}
          </>
        )}
      </CardBody>
    </Card>
  );
}

type FiguresProps = {
  report: Pick<ScanReport, 'period' | 'columns'>;
  nameOf: (at: string) => string;
};

/** The same numbers as a table, newest first: for the keyboard, for screen readers, to copy. */
function Figures({ report: { period, columns }, nameOf }: FiguresProps) {
  const t = useTranslations('scans.chart');
  const format = useFormatter();
  return (
    <Disclosure summary={t('table')}>
      <div
        className="mt-3 max-h-72 overflow-y-auto rounded-lg focus-ring"
        tabIndex={0}
        role="region"
        aria-label={t('tableLabel')}
      >
        <LabelledTable label={t(period.isHourly ? 'byHour' : 'byDay')} inset>
          <TableHeader>
            <TableRow>
              <TableHead>{t(period.isHourly ? 'hour' : 'day')}</TableHead>
              <TableHead className="text-end">{t('count')}</TableHead>
              <TableHead className="text-end">{t('before', { days: period.days.length })}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {columns.toReversed().map(({ at, count, before }) => (
              <TableRow key={at}>
                <TableCell className="py-2">{nameOf(at)}</TableCell>
                <TableCell className="py-2 text-end">{format.number(count)}</TableCell>
                <TableCell className="py-2 text-end">{format.number(before)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </LabelledTable>
      </div>
    </Disclosure>
  );
}
