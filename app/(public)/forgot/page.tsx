import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ForgotForm } from '@/components/auth/forgot-form';
import { FooterLink, PublicShell } from '@/components/layout/page/public-shell';
import { withTexts } from '@/components/layout/page/send-texts';
import { sendsMail } from '@/lib/mail/mail';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.forgot'))('title') };
}

async function ForgotPage() {
  if (!sendsMail()) notFound();
  const t = await getTranslations('auth');
  return (
    <PublicShell
      title={t('forgot.title')}
      description={t('forgot.hint')}
      footer={<FooterLink href="/sign-in">{t('forgot.back')}</FooterLink>}
    >
      <ForgotForm />
    </PublicShell>
  );
}

export default withTexts(ForgotPage, ['auth', 'errors', 'layout.locale', 'layout.theme']);
