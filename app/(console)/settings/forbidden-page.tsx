import { getTranslations } from 'next-intl/server';
import { Forbidden } from '@/components/data/states/forbidden';
import { PageHeader } from '@/components/layout/page/page-header';

type Room = 'audit' | 'signIn.settings' | 'members' | 'webhooks' | 'system' | 'apiKeys';

/** A page of the settings for whoever may not open it: what it is, who can help, and the way back. */
export async function ForbiddenPage({ room }: { room: Room }) {
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t(`${room}.title`)} />
      <Forbidden
        title={t(`${room}.forbidden.title`)}
        text={t(`${room}.forbidden.text`)}
        back={{ href: '/', label: t('layout.backHome') }}
      />
    </>
  );
}
