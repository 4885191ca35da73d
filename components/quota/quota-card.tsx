import { useTranslations } from 'next-intl';
import { QuotaMeter } from '@/components/data/quota-meter';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody } from '@/components/ui/card';
import type { AppQuota } from '@/lib/quota/queries';
import { QuotaFacts } from './quota-facts';

type QuotaCardProps = { quota: AppQuota; current: boolean; canManage: boolean };

export function QuotaCard({ quota, current, canManage }: QuotaCardProps) {
  const t = useTranslations();
  const { app, used, limit } = quota;
  return (
    <Card>
      <CardBody className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="text-base font-semibold wrap-anywhere">{app.name}</h2>
          {app.mode === 'SANDBOX' && <Badge tone="info">{t('apps.mode.SANDBOX')}</Badge>}
          {current && <Badge tone="accent">{t('quota.current')}</Badge>}
        </div>
        <QuotaMeter label={`${t('quota.title')}: ${app.name}`} used={used} limit={limit} />
        <QuotaFacts quota={quota} canManage={canManage} />
      </CardBody>
    </Card>
  );
}
