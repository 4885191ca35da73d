import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { PurposeList } from '@/components/codes/purposes/purpose-list';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { listPurposes } from '@/lib/purposes/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('purposes.settings'))('title') };
}

async function PurposesPage() {
  const actor = await pageActor();
  const t = await getTranslations('purposes.settings');
  const purposes = await listPurposes(actor, await getLocale());
  const canManage = roleCan(actor.role, 'purposes.manage');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={canManage && <Button render={<Link href="/settings/purposes/new" />}>{t('add')}</Button>}
      />
      {!canManage && <Alert className="mb-6">{t('readOnly')}</Alert>}
      <PurposeList purposes={purposes} canManage={canManage} />
    </>
  );
}

export default withTexts(PurposesPage, ['purposes.settings']);
