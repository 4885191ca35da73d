import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SetupForm } from '@/components/auth/setup-form';
import { PublicShell } from '@/components/layout/page/public-shell';
import { withTexts } from '@/components/layout/page/send-texts';
import { isSetupTokenValid } from '@/lib/setup/service';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.setup'))('title'), referrer: 'no-referrer' };
}

async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  const { token } = await searchParams;
  if (typeof token !== 'string' || !(await isSetupTokenValid(token))) notFound();
  const t = await getTranslations('auth.setup');
  return (
    <PublicShell title={t('title')} description={t('description')}>
      <SetupForm token={token} />
    </PublicShell>
  );
}

export default withTexts(SetupPage, ['auth', 'errors', 'layout.locale', 'layout.theme']);
