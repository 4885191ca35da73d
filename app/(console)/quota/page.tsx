import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { DayChart } from '@/components/data/day-chart';
import { QuotaCard } from '@/components/quota/quota-card';
import { QuotaRules } from '@/components/quota/quota-rules';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { loadScope, shownApp } from '@/lib/apps/scope';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { clock } from '@/lib/clock';
import { codesPerDay, listQuotas } from '@/lib/quota/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quota'))('title') };
}

export default async function QuotaPage() {
  const actor = await pageActor();
  const [t, quotas, scope] = await Promise.all([
    getTranslations('quota'),
    listQuotas(actor),
    loadScope(actor),
  ]);
  const canManage = roleCan(actor.role, 'apps.manage');
  const days = await codesPerDay(actor, shownApp(scope), clock.now());
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="flex flex-col gap-6">
        {quotas.map((quota) => (
          <QuotaCard
            key={quota.app.id}
            quota={quota}
            current={quota.app.id === scope.app?.id}
            canManage={canManage}
          />
        ))}
        <Card>
          <CardHeader
            title={t('perDay')}
            description={scope.app ? t('perDayHint', { name: scope.app.name }) : t('perDayHintAll')}
          />
          <CardBody>
            <DayChart days={days} />
          </CardBody>
        </Card>
        <QuotaRules />
      </div>
    </>
  );
}
