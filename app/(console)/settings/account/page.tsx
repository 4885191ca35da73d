import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { ChangePasswordForm } from '@/components/users/change-password-form';
import { pageActor } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.account'))('title') };
}

export default async function AccountPage() {
  const actor = await pageActor();
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t('auth.account.title')} />
      <div className="flex flex-col gap-6">
        <Card>
          <CardHeader title={t('auth.account.profile')} />
          <CardBody>
            <DescriptionList>
              <DescriptionRow label={t('auth.name')}>{actor.name}</DescriptionRow>
              <DescriptionRow label={t('auth.email')}>{actor.email}</DescriptionRow>
              <DescriptionRow label={t('auth.account.role')}>
                {t(`layout.user.role.${actor.role}`)}
              </DescriptionRow>
            </DescriptionList>
          </CardBody>
        </Card>
        <Card>
          <CardHeader
            title={t('auth.account.changePassword')}
            description={t('auth.account.changePasswordHint')}
          />
          <CardBody>
            <ChangePasswordForm email={actor.email} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}
