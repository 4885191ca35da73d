import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Fragment } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { PutAway, TrendDay } from '@/lib/overview/trend';
import { TrendChart } from './trend-chart';
import { seriesOf } from './trend-series';
import { TrendTable } from './trend-table';

export type TrendCardProps = {
  days: TrendDay[];
  putAway: PutAway;
  /** Names by id. */
  apps: { id: string; name: string }[];
  /** The id of the Mini Program that is looked at, or ALL_APPS. */
  app: string;
};

/** How many codes were made lately, a column a day. */
export function TrendCard({ days, putAway, apps, app }: TrendCardProps) {
  const t = useTranslations('overview.trend');
  const format = useFormatter();
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  const total = days.reduce((sum, day) => sum + day.total, 0);
  const today = days.at(-1)?.total ?? 0;
  const listOf = (from: string, id = app) => `/codes?app=${id}&from=${from}&to=${last}` as const;
  const series = seriesOf(days, apps, t('others'));
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={
          <>
            <Number href={listOf(first)} text={t('month', { count: total })} />
            {' · '}
            <Number href={listOf(last)} text={t('today', { count: today })} />
            <LeftOut putAway={putAway} list={listOf(first)} />
          </>
        }
      />
      <CardBody className="flex flex-col gap-4">
        {total === 0 ? (
          <p className="py-8 text-center text-muted-foreground">{t('none')}</p>
        ) : (
          <>
            <TrendChart days={days} series={series} app={app} />
            {series.length > 1 && (
              <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-xs text-muted-foreground">
                {series.map(({ key, name, color, count }) => (
                  <li key={key} className="flex min-w-0 items-center gap-1.5">
                    <span aria-hidden className={`size-2.5 shrink-0 rounded-[3px] ${color.legend}`} />
                    <span className="truncate">{name}</span>
                    {key === 'others' ? (
                      <span>{format.number(count)}</span>
                    ) : (
                      <Number href={listOf(first, key)} text={format.number(count)} />
                    )}
                  </li>
                ))}
              </ul>
            )}
            <TrendTable days={days} app={app} />
          </>
        )}
      </CardBody>
    </Card>
  );
}

/** What the numbers above do not count, each leading to its own list: a code that was replaced today was made today too. */
function LeftOut({ putAway, list }: { putAway: PutAway; list: `/codes?${string}` }) {
  const t = useTranslations('overview.trend');
  const shown = (['archived', 'trash'] as const).filter((place) => putAway[place] > 0);
  if (shown.length === 0) return null;
  return (
    <span className="block">
      {t('putAway')}
      {shown.map((place, at) => (
        <Fragment key={place}>
          {at > 0 && ' · '}
          <Number href={`${list}&place=${place}`} text={t(place, { count: putAway[place] })} />
        </Fragment>
      ))}
    </span>
  );
}

function Number({ href, text }: { href: `/codes?${string}`; text: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="rounded-sm text-foreground underline decoration-border underline-offset-4 focus-ring hover:decoration-current max-md:leading-6"
    >
      {text}
    </Link>
  );
}
