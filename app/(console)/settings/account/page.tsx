import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { ChangePasswordForm } from '@/components/users/change-password-form';
import { ProfileForm } from '@/components/users/profile-form';
import { SecondStepCard } from '@/components/users/second-step/second-step-card';
import { PasskeyCard } from '@/components/users/passkeys/passkey-card';
import { SessionList } from '@/components/users/session-list';
import { pageActor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { loadAccount } from './load-account';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.account'))('title') };
}

const inDays = (hours: number) =>
  hours % 24 === 0 ? { count: hours / 24, unit: 'days' } : { count: hours, unit: 'hours' };

async function AccountPage() {
  const actor = await pageActor();
  const { session, sessions, secondStep, isRequired, passkeys, prover, device } = await loadAccount(actor);
  const [idle, max] = [inDays(env().SESSION_IDLE_HOURS), inDays(env().SESSION_MAX_HOURS)];
  const t = await getTranslations();
  return (
    <>
      <PageHeader title={t('auth.account.title')} />
      <div className="flex flex-col gap-6">
        <Card>
          <CardHeader title={t('auth.account.profile')} description={t('auth.account.profileHint')} />
          <CardBody className="flex flex-col gap-5">
            <DescriptionList>
              <DescriptionRow label={t('auth.account.role')}>
                {t(`layout.user.role.${actor.role}`)}
              </DescriptionRow>
            </DescriptionList>
            <ProfileForm name={actor.name} email={actor.email} />
          </CardBody>
        </Card>
        <Card>
          <CardHeader
            title={t('auth.account.changePassword')}
            description={t('auth.account.changePasswordHint')}
          />
          <CardBody>
            <ChangePasswordForm email={actor.email} name={actor.name} />
          </CardBody>
        </Card>
        <SecondStepCard prover={prover} secondStep={secondStep} isRequired={isRequired} />
        <PasskeyCard passkeys={passkeys} prover={prover} deviceName={device} />
        <Card>
          <CardHeader
            title={t('auth.sessions.title')}
            description={t('auth.sessions.description', {
              ...{ idle: idle.count, idleUnit: idle.unit },
              ...{ max: max.count, maxUnit: max.unit },
            })}
          />
          <CardBody>
            <SessionList sessions={sessions} currentId={session?.id ?? ''} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}

export default withTexts(AccountPage, ['auth', 'errors', 'secondStep']);
