import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkGone } from '@/components/auth/link-gone';
import { ResetForm } from '@/components/auth/reset-form';
import { PublicShell } from '@/components/layout/page/public-shell';
import { withTexts } from '@/components/layout/page/send-texts';
import { findReset } from '@/lib/users/password-reset';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.reset'))('title'), referrer: 'no-referrer' };
}

async function ResetPage({ searchParams }: PageProps<'/reset'>) {
  const { token } = await searchParams;
  const user = typeof token === 'string' ? await findReset(token) : null;
  if (typeof token !== 'string' || !user) return <LinkGone />;
  const t = await getTranslations('members.reset');
  return (
    <PublicShell title={t('title')} description={t('hint')}>
      <ResetForm token={token} email={user.email} name={user.name} />
    </PublicShell>
  );
}

export default withTexts(ResetPage, ['auth', 'errors', 'layout.locale', 'layout.theme', 'members.reset']);
