import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { Connections } from '@/components/users/sign-in/connections';
import { ChangePasswordCard } from '@/components/users/change-password-card';
import { ProfileForm } from '@/components/users/profile-form';
import { SecondStepCard } from '@/components/users/second-step/second-step-card';
import { PasskeyCard } from '@/components/users/passkeys/passkey-card';
import type { Prover } from '@/components/users/second-step/proof-form';
import { SessionList } from '@/components/users/sessions/session-list';
import { refusalIn } from '@/lib/auth/services/service-refusal';
import { pageActor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { loadAccount } from './load-account';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.account'))('title') };
}

const inDays = (hours: number) =>
  hours % 24 === 0 ? { count: hours / 24, unit: 'days' } : { count: hours, unit: 'hours' };

/** Who has neither a password nor an app has nothing to prove with that a new way in is theirs. */
const canHavePasskeys = ({ asksPassword, hasApp, hasPasskeys }: Prover) =>
  asksPassword || hasApp || hasPasskeys;

async function AccountPage({ searchParams }: PageProps<'/settings/account'>) {
  const actor = await pageActor();
  const account = await loadAccount(actor);
  const { session, sessions, secondStep, isRequired, passkeys, prover, device, waysIn } = account;
  const [idle, max] = [inDays(env().SESSION_IDLE_HOURS), inDays(env().SESSION_MAX_HOURS)];
  const t = await getTranslations();
  const { hasPassword, connections } = waysIn;
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
            <ProfileForm name={actor.name} email={actor.email} hasPassword={hasPassword} />
          </CardBody>
        </Card>
        {actor.email && hasPassword && <ChangePasswordCard email={actor.email} name={actor.name} />}
        {connections.length > 0 && (
          <Connections {...waysIn} email={prover.email} refusal={refusalIn(await searchParams)} />
        )}
        <SecondStepCard prover={prover} secondStep={secondStep} isRequired={isRequired} />
        {canHavePasskeys(prover) && <PasskeyCard passkeys={passkeys} prover={prover} deviceName={device} />}
        <Card>
          <CardHeader
            title={t('auth.sessions.title')}
            description={t('auth.sessions.description', {
              ...{ idle: idle.count, idleUnit: idle.unit },
              ...{ max: max.count, maxUnit: max.unit },
            })}
          />
          <CardBody>
            <SessionList sessions={sessions} currentId={session?.id ?? ''} prover={prover} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}

export default withTexts(AccountPage, ['auth', 'errors', 'secondStep', 'signIn.own', 'signIn.services']);
