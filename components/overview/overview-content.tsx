import { QrCode } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { EmptyState } from '@/components/data/empty-state';
import { DayChart } from '@/components/data/day-chart';
import { QuotaMeter } from '@/components/data/quota-meter';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { Overview } from '@/lib/overview/queries';
import type { DayCount } from '@/lib/quota/queries';
import { CodeStrip } from './code-strip';
import { Figure } from './figure';

export type OverviewContentProps = {
  overview: Overview;
  days: DayCount[];
  quota: { used: number; limit: number };
  canWrite: boolean;
};

export function OverviewContent({ overview, days, quota, canWrite }: OverviewContentProps) {
  const t = useTranslations();
  return (
    <div className="flex flex-col gap-6">
      <Figures overview={overview} days={days} />
      <Card>
        <CardHeader title={t('overview.quota')} actions={<SeeAll href="/quota" />} />
        <CardBody>
          <QuotaMeter label={t('overview.quota')} used={quota.used} limit={quota.limit} />
        </CardBody>
      </Card>
      <RecentCodes overview={overview} canWrite={canWrite} />
      {overview.failed.length > 0 && (
        <Card>
          <CardHeader title={t('overview.failures')} actions={<SeeAll href="/codes?status=FAILED" />} />
          <CardBody>
            <CodeStrip codes={overview.failed} />
          </CardBody>
        </Card>
      )}
      <Card>
        <CardHeader title={t('quota.perDay')} description={t('overview.month')} />
        <CardBody>
          <DayChart days={days} />
        </CardBody>
      </Card>
    </div>
  );
}

function Figures({ overview, days }: Pick<OverviewContentProps, 'overview' | 'days'>) {
  const t = useTranslations('overview');
  const format = useFormatter();
  const made = days.map((day) => day.getwxacode + day.getwxacodeunlimit + day.createwxaqrcode);
  const total = overview.totalCapped ? t('capped', { count: overview.total }) : format.number(overview.total);
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
      <Figure label={t('codes')} value={total} />
      <Figure label={t('today')} value={format.number(made.at(-1) ?? 0)} />
      <Figure label={t('month')} value={format.number(made.reduce((sum, count) => sum + count, 0))} />
      <Figure
        label={t('failed')}
        value={format.number(overview.failedTotal)}
        tone={overview.failedTotal > 0 ? 'danger' : 'neutral'}
      />
    </dl>
  );
}

function RecentCodes({ overview, canWrite }: Pick<OverviewContentProps, 'overview' | 'canWrite'>) {
  const t = useTranslations();
  if (overview.recent.length === 0) {
    const generate = <Button render={<Link href="/codes/new" />}>{t('layout.nav.generateCode')}</Button>;
    return (
      <EmptyState
        icon={<QrCode />}
        title={t('overview.empty')}
        text={t('overview.emptyText')}
        action={canWrite && generate}
      />
    );
  }
  return (
    <Card>
      <CardHeader title={t('overview.recent')} actions={<SeeAll href="/codes" />} />
      <CardBody>
        <CodeStrip codes={overview.recent} />
      </CardBody>
    </Card>
  );
}

function SeeAll({ href }: { href: '/codes' | '/quota' | '/codes?status=FAILED' }) {
  const t = useTranslations('overview');
  return (
    <Link
      href={href}
      className="rounded-sm text-[0.8125rem] text-accent-text underline-offset-4 focus-ring hover:underline"
    >
      {t('codesAll')}
    </Link>
  );
}
