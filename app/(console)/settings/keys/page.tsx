import { KeyRound } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/data/states/empty-state';
import { KeyList } from '@/components/keys/key-list';
import { NewKeyButton } from '@/components/keys/new-key-button';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { listApps } from '@/lib/apps/queries';
import { mayOpen } from '@/lib/audit/refusals';
import { pageActor } from '@/lib/auth/session';
import { listKeys } from '@/lib/keys/queries';
import { ForbiddenPage } from '../forbidden-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys'))('title') };
}

async function KeysPage() {
  const actor = await pageActor();
  const t = await getTranslations('apiKeys');
  if (!(await mayOpen(actor, 'keys.manage'))) return <ForbiddenPage room="apiKeys" />;
  const [items, all] = await Promise.all([listKeys(actor), listApps(actor)]);
  const apps = all.map(({ id, name }) => ({ id, name }));
  const action = <NewKeyButton apps={apps} />;
  const reference = `/api/v1/docs?lang=${await getLocale()}`;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={
          <>
            {t('description')}{' '}
            <a href={reference} target="_blank" className="underline">
              {t('reference')}
            </a>
          </>
        }
        actions={items.length > 0 && action}
      />
      {items.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t('empty.title')} text={t('empty.text')} action={action} />
      ) : (
        <KeyList items={items} apps={apps} />
      )}
    </>
  );
}

export default withTexts(KeysPage, ['apiKeys', 'members.sight', 'organize']);
