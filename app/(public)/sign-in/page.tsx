import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OnlyByHttps } from '@/components/auth/only-by-https';
import { SignInForm } from '@/components/auth/sign-in-form';
import { FooterLink, PublicShell } from '@/components/layout/page/public-shell';
import { withTexts } from '@/components/layout/page/send-texts';
import { currentActor } from '@/lib/auth/session';
import { localPath } from '@/lib/auth/local-path';
import { httpsAddress } from '@/lib/http/own-cookies';
import { sendsMail } from '@/lib/mail/mail';
import { anyPasskeys } from '@/lib/users/passkeys/queries';
import { passkeySite } from '@/lib/users/passkeys/site';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { from } = await searchParams;
  const target: Route = localPath(from);
  if (await currentActor()) redirect(target);
  const t = await getTranslations('auth.signIn');
  const footer = sendsMail() ? <FooterLink href="/forgot">{t('forgottenMail')}</FooterLink> : t('forgotten');
  // Nobody looks for a button that cannot help them.
  const site = (await anyPasskeys()) ? await passkeySite() : null;
  return (
    <PublicShell title={t('title')} description={t('description')} footer={footer}>
      <OnlyByHttps address={httpsAddress()}>
        <SignInForm from={target} passkeyOrigin={site?.origin ?? null} />
      </OnlyByHttps>
    </PublicShell>
  );
}

export default withTexts(SignInPage, ['auth', 'errors', 'layout.locale', 'layout.theme']);
