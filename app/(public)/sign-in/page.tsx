import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OnlyByHttps } from '@/components/auth/only-by-https';
import { SignInForm } from '@/components/auth/sign-in-form';
import { FooterLink, PublicShell } from '@/components/layout/page/public-shell';
import { withTexts } from '@/components/layout/page/send-texts';
import { StepForm } from '@/components/users/sign-in/step-form';
import { ServiceWays } from '@/components/users/sign-in/service-ways';
import { localPath } from '@/lib/auth/local-path';
import { refusalIn } from '@/lib/auth/services/service-refusal';
import { currentActor } from '@/lib/auth/session';
import { httpsAddress } from '@/lib/http/own-cookies';
import { awaitsSetup } from '@/lib/setup/service';
import { sendsMail } from '@/lib/mail/mail';
import { anyPasskeys } from '@/lib/users/passkeys/queries';
import { passkeySite } from '@/lib/users/passkeys/site';
import { isPasswordOff } from '@/lib/users/sign-in-services/password-off';
import { signInServices } from '@/lib/users/sign-in-services/services';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

/** Null where nobody has one: nobody looks for a button that cannot help them. */
async function originOfPasskeys(): Promise<string | null> {
  const site = (await anyPasskeys()) ? await passkeySite() : null;
  return site?.origin ?? null;
}

/** Where who has forgotten their password goes. */
async function Forgotten() {
  const t = await getTranslations('auth.signIn');
  return sendsMail() ? <FooterLink href="/forgot">{t('forgottenMail')}</FooterLink> : t('forgotten');
}

async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const params = await searchParams;
  const target: Route = localPath(params.from);
  if (await currentActor()) redirect(target);
  const t = await getTranslations();
  if (await awaitsSetup())
    return (
      <PublicShell title={t('auth.setup.first')} description={t('auth.setup.firstText')}>
        <p className="text-sm text-pretty text-muted-foreground">{t('auth.setup.firstLost')}</p>
      </PublicShell>
    );
  const passkeyOrigin = await originOfPasskeys();
  if (params.step === 'code')
    return (
      <PublicShell title={t('signIn.enter.codeTitle')} description={t('signIn.enter.codeText')}>
        <StepForm
          from={target}
          hasApp={params.app !== '0'}
          passkeyOrigin={params.passkeys === '0' ? null : passkeyOrigin}
        />
      </PublicShell>
    );
  const isOff = await isPasswordOff();
  const services = signInServices().map(({ id, name }) => ({ id, name }));
  return (
    <PublicShell
      title={t('auth.signIn.title')}
      description={t(isOff ? 'signIn.enter.onlyServices' : 'auth.signIn.description')}
      footer={!isOff && <Forgotten />}
    >
      <OnlyByHttps address={httpsAddress()}>
        {services.length > 0 && (
          <ServiceWays services={services} from={target} refusal={refusalIn(params)} isAlone={isOff} />
        )}
        {!isOff && <SignInForm from={target} passkeyOrigin={passkeyOrigin} />}
      </OnlyByHttps>
    </PublicShell>
  );
}

export default withTexts(SignInPage, [
  ...(['auth', 'errors', 'layout.locale', 'layout.theme', 'signIn.enter', 'signIn.services'] as const),
]);
