import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JoinForm } from '@/components/auth/join-form';
import { LinkGone } from '@/components/auth/link-gone';
import { PublicShell } from '@/components/layout/page/public-shell';
import { withTexts } from '@/components/layout/page/send-texts';
import { Alert } from '@/components/ui/alert';
import { currentActor } from '@/lib/auth/session';
import { findInvitation } from '@/lib/users/invitations';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.join'))('title'), referrer: 'no-referrer' };
}

async function JoinPage({ searchParams }: PageProps<'/join'>) {
  const { token } = await searchParams;
  const invitation = typeof token === 'string' ? await findInvitation(token) : null;
  if (typeof token !== 'string' || !invitation) return <LinkGone />;
  const [t, actor] = await Promise.all([getTranslations('members.join'), currentActor()]);
  const { email, role, invitedByName: name } = invitation;
  const by = name === null ? 'nobody' : 'member';
  return (
    <PublicShell title={t('title')} description={t('description', { by, name: name ?? '', role })}>
      {actor && <Alert className="mb-5">{t('signedIn', { name: actor.name })}</Alert>}
      <JoinForm token={token} email={email} />
    </PublicShell>
  );
}

export default withTexts(JoinPage, ['auth', 'errors', 'layout.locale', 'layout.theme', 'members.join']);
