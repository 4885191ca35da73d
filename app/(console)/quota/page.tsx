import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { QuotaRules } from '@/components/quota/quota-rules';
import { QuotaTable } from '@/components/quota/quota-table';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { listQuotas } from '@/lib/quota/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quota'))('title') };
}

async function QuotaPage() {
  const actor = await pageActor();
  const [t, quotas] = await Promise.all([getTranslations('quota'), listQuotas(actor)]);
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="flex flex-col gap-6">
        {quotas.length > 0 && <QuotaTable quotas={quotas} canManage={roleCan(actor.role, 'apps.manage')} />}
        <QuotaRules />
      </div>
    </>
  );
}

export default withTexts(QuotaPage, ['quota', 'apps.mode']);
