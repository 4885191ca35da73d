import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { SystemView } from '@/lib/watch/system';

type CardProps = { system: SystemView };

const link = 'rounded-sm text-accent-text underline-offset-4 focus-ring hover:underline';

/** Work that waits or runs, and the Mini Programs that somebody must look after. */
export function WorkCard({ system: { work, apps } }: CardProps) {
  const t = useTranslations('system.work');
  const format = useFormatter();
  const counts = work && { rows: work.rows, codes: work.codes, exports: work.exports, bulks: work.bulks };
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody className="pt-2 pb-3">
        <DescriptionList>
          {counts &&
            (['rows', 'codes', 'exports', 'bulks'] as const).map((kind) => (
              <DescriptionRow key={kind} label={t(kind)}>
                {counts[kind] === 0 ? t('none') : t('waiting', { count: counts[kind] })}
              </DescriptionRow>
            ))}
          {apps && (
            <>
              <DescriptionRow label={t('connections')} action={<Attention count={apps.failing} />}>
                <Link href="/settings/apps" className={link}>
                  {apps.failing === 0
                    ? t('allConnected', { count: apps.count })
                    : t('failing', { count: apps.failing })}
                </Link>
              </DescriptionRow>
              <DescriptionRow label={t('quota')} action={<Attention count={apps.quotaLow} />}>
                <Link href="/quota" className={link}>
                  {apps.quotaLow > 0
                    ? t('quotaLow', { count: apps.quotaLow })
                    : apps.quotaLeast === null
                      ? t('noQuota')
                      : t('quotaLeast', { left: format.number(apps.quotaLeast) })}
                </Link>
              </DescriptionRow>
            </>
          )}
        </DescriptionList>
      </CardBody>
    </Card>
  );
}

function Attention({ count }: { count: number }): ReactNode {
  const t = useTranslations('system.status');
  const isOk = count === 0;
  return (
    <Badge tone={isOk ? 'success' : 'warning'} dot>
      {t(isOk ? 'ok' : 'warning')}
    </Badge>
  );
}

export function AboutCard({ system }: CardProps) {
  const t = useTranslations('system.about');
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody className="pt-2 pb-3">
        <DescriptionList>
          <DescriptionRow label={t('version')}>Suncode {system.version}</DescriptionRow>
          <DescriptionRow label={t('machine')}>
            Node.js {system.node.replace(/^v/, '')} · {system.machine}
          </DescriptionRow>
          <DescriptionRow label={t('upSince')}>
            <DateTime value={system.upSince} />
          </DescriptionRow>
          <DescriptionRow label={t('timeZone')}>{system.timeZone}</DescriptionRow>
          <DescriptionRow label={t('mail')}>{t(system.sendsMail ? 'on' : 'mailOff')}</DescriptionRow>
          <DescriptionRow label={t('metrics')}>{t(system.hasMetrics ? 'on' : 'metricsOff')}</DescriptionRow>
        </DescriptionList>
      </CardBody>
    </Card>
  );
}
