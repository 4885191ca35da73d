import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import type { TrendDay } from '@/lib/overview/trend';

/** The same numbers as a table, newest first: for the keyboard, for screen readers, to copy. Days without codes are left out. */
export function TrendTable({ days, app }: { days: TrendDay[]; app: string }) {
  const t = useTranslations('overview.trend');
  const format = useFormatter();
  const shown = days.filter(({ total }) => total > 0).reverse();
  return (
    <details className="group">
      <summary className="thumb-reach w-fit rounded-sm text-[0.8125rem] text-muted-foreground focus-ring hover:text-foreground">
        {t('table')}
      </summary>
      <div
        className="mt-3 max-h-72 overflow-y-auto rounded-lg border border-border"
        tabIndex={0}
        role="region"
        aria-label={t('title')}
      >
        <Table>
          <TableCaption>{t('title')}</TableCaption>
          <TableHeader>
            <tr>
              <TableHead>{t('dayHead')}</TableHead>
              <TableHead className="text-end">{t('countHead')}</TableHead>
            </tr>
          </TableHeader>
          <TableBody>
            {shown.map(({ day, total }) => (
              <TableRow key={day}>
                <TableCell className="py-2">
                  {format.dateTime(new Date(`${day}T00:00:00`), { dateStyle: 'medium' })}
                </TableCell>
                <TableCell className="py-2 text-end">
                  <Link
                    href={`/codes?app=${app}&from=${day}&to=${day}`}
                    prefetch={false}
                    className="rounded-sm text-accent-text underline-offset-4 focus-ring hover:underline"
                  >
                    {format.number(total)}
                  </Link>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </details>
  );
}
