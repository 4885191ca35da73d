import type { Metadata } from 'next';
import { KeyRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/data/states/empty-state';
import { Alert } from '@/components/ui/alert';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { NewcomersForm } from '@/components/users/sign-in/newcomers-form';
import { JoinRequests } from '@/components/users/sign-in/join-requests';
import { ServiceCard } from '@/components/users/sign-in/service-card';
import { listApps } from '@/lib/apps/queries';
import { mayOpen } from '@/lib/audit/refusals';
import { pageActor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { listServices } from '@/lib/users/sign-in-services/check';
import { getNewcomerRules, listJoinRequests } from '@/lib/users/sign-in-services/newcomers';
import { isPasswordOff } from '@/lib/users/sign-in-services/password-off';
import { ForbiddenPage } from '../forbidden-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.settings'))('title') };
}

async function SignInSettingsPage() {
  const actor = await pageActor();
  const t = await getTranslations('signIn.settings');
  if (!(await mayOpen(actor, 'members.manage'))) return <ForbiddenPage room="signIn.settings" />;
  const services = listServices(actor);
  const [rules, apps, requests, isOff] = await Promise.all([
    getNewcomerRules(actor),
    listApps(actor),
    listJoinRequests(actor),
    isPasswordOff(),
  ]);
  const named = apps.map(({ id, appId, name }) => ({ id, appId, name }));
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {services.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t('empty')} text={t('emptyText')} />
      ) : (
        <div className="flex flex-col gap-6">
          {env().PASSWORD_SIGN_IN === 'off' && (
            <Alert tone={isOff ? 'info' : 'warning'}>{t(isOff ? 'passwordOff' : 'passwordStays')}</Alert>
          )}
          {services.map((service) => (
            <ServiceCard key={service.id} service={service} apps={named} />
          ))}
          <NewcomersForm rules={rules} apps={named} />
          {requests.length > 0 && <JoinRequests requests={requests} />}
        </div>
      )}
    </>
  );
}

export default withTexts(SignInSettingsPage, ['signIn', 'members.sight', 'organize']);
