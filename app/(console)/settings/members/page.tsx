import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { InvitationList } from '@/components/users/members/invitation-list';
import { InviteButton } from '@/components/users/members/invite-button';
import { MemberList } from '@/components/users/members/member-list';
import { RequireSecondStep } from '@/components/users/members/require-second-step';
import { listApps } from '@/lib/apps/queries';
import { mayOpen } from '@/lib/audit/refusals';
import { pageActor } from '@/lib/auth/session';
import { sendsMail } from '@/lib/mail/mail';
import { listInvitations } from '@/lib/users/invitations';
import { listMembers } from '@/lib/users/members';
import { isSecondStepRequired } from '@/lib/users/second-step/queries';
import { ForbiddenPage } from '../forbidden-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') };
}

async function MembersPage() {
  const actor = await pageActor();
  const t = await getTranslations('members');
  if (!(await mayOpen(actor, 'members.manage'))) return <ForbiddenPage room="members" />;
  const [members, invitations, all, isRequired] = await Promise.all([
    listMembers(actor),
    listInvitations(actor),
    listApps(actor),
    isSecondStepRequired(),
  ]);
  const apps = all.map(({ id, name }) => ({ id, name }));
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<InviteButton apps={apps} sendsMail={sendsMail()} />}
      />
      <MemberList members={members} apps={apps} ownId={actor.id} />
      <RequireSecondStep members={members} ownId={actor.id} isRequired={isRequired} />
      {invitations.length > 0 && <InvitationList invitations={invitations} apps={apps} />}
    </>
  );
}

export default withTexts(MembersPage, ['members', 'auth.account', 'organize']);
