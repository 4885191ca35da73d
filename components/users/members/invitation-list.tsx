'use client';

import { useMutation } from '@tanstack/react-query';
import { Mail, RefreshCw, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { NameCell, wide, WorkRow, WorkTable } from '@/components/data/work-list/work-table';
import { ConfirmAction } from '@/components/layout/confirm-action';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { DateTime } from '@/components/ui/date-time';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { TableCell } from '@/components/ui/table';
import { outcomeOf } from '@/lib/actions/outcome';
import type { InvitationItem } from '@/lib/users/invitations';
import { inviteMembersAction, revokeInvitationAction } from '@/lib/users/member-actions';
import { linkTo, type NamedLink } from './link-list';
import { useSightText, type AppChoice } from '@/components/data/sight/sight-text';

const LinkDialog = lazy(() => import('./member-dialogs').then((room) => ({ default: room.LinkDialog })));

/** Who was invited and has not joined yet. */
type InvitationListProps = { invitations: readonly InvitationItem[]; apps: readonly AppChoice[] };

export function InvitationList({ invitations, apps }: InvitationListProps) {
  const t = useTranslations('members.invitations');
  const [made, setMade] = useState<(NamedLink & { time: number }) | null>(null);
  const heads = [
    { key: 'email', label: t('email') },
    { key: 'until', label: t('until'), className: `w-52 ${wide}` },
  ];
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-[0.9375rem] leading-6 font-semibold">{t('title')}</h2>
      <WorkTable label={t('label')} ticks={null} heads={heads}>
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            {...{ invitation, apps }}
            onRenewed={(link) => setMade({ ...link, time: (made?.time ?? 0) + 1 })}
          />
        ))}
      </WorkTable>
      <OnceWanted when={made !== null}>
        {made && <LinkDialog key={made.time} title={t('renewed')} text={t('renewedText')} link={made} />}
      </OnceWanted>
    </section>
  );
}

type InvitationRowProps = {
  invitation: InvitationItem;
  apps: readonly AppChoice[];
  onRenewed: (link: NamedLink) => void;
};

function InvitationRow({ invitation, apps, onRenewed }: InvitationRowProps) {
  const t = useTranslations();
  const { id, email, role, appIds, invitedByName } = invitation;
  const renew = useRenew(invitation, onRenewed);
  const sight = useSightText(apps)(appIds);
  const seen = [sight.text, sight.more].filter(Boolean).join(' ');
  const what = [t(`layout.user.role.${role}`), ...(appIds === null ? [] : [seen])].join(' · ');
  const about = `${what} · ${t('members.invitations.invitedBy', { name: invitedByName })}`;
  return (
    <WorkRow
      {...{ id, name: email, ticks: null, canTick: false }}
      cover={
        <span
          aria-hidden
          className="flex size-11 items-center justify-center rounded-full bg-muted text-muted-foreground"
        >
          <Mail className="size-4.5" />
        </span>
      }
      actions={
        <>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`${t('members.invitations.renew')}: ${email}`}
            title={t('members.invitations.renew')}
            pending={renew.isPending}
            onClick={() => renew.mutate()}
          >
            <RefreshCw aria-hidden />
          </Button>
          <ConfirmAction
            trigger={
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`${t('members.invitations.revoke')}: ${email}`}
                title={t('members.invitations.revoke')}
              >
                <X aria-hidden />
              </Button>
            }
            title={t('members.invitations.revokeTitle', { email })}
            description={t('members.invitations.revokeText')}
            confirmLabel={t('members.invitations.revoke')}
            action={() => revokeInvitationAction({ id })}
            done={t('members.invitations.revoked')}
          />
        </>
      }
    >
      <NameCell
        second={about}
        phone={
          <>
            <span className="block wrap-anywhere">{about}</span>
            <Until invitation={invitation} />
          </>
        }
      >
        <span title={email} className="block truncate font-medium">
          {email}
        </span>
      </NameCell>
      <TableCell
        className={cn('py-2 text-[0.8125rem] leading-5 whitespace-nowrap text-muted-foreground', wide)}
      >
        <Until invitation={invitation} />
      </TableCell>
    </WorkRow>
  );
}

function Until({ invitation: { expiresAt, isExpired } }: { invitation: InvitationItem }) {
  const t = useTranslations('members.invitations');
  if (isExpired) return <Badge tone="warning">{t('expired')}</Badge>;
  return (
    <>
      {t('validUntil')} <DateTime value={expiresAt} />
    </>
  );
}

/** Invites the same address once more, which ends the link before. */
function useRenew({ email, role, appIds }: InvitationItem, onRenewed: (link: NamedLink) => void) {
  const router = useRouter();
  const showError = useErrorToast();
  return useMutation({
    mutationFn: () => outcomeOf(inviteMembersAction({ emails: email, role, appIds })),
    onSuccess: (made) => {
      router.refresh();
      for (const { token } of made ?? []) onRenewed({ email, link: linkTo('join', token) });
    },
    onError: showError,
  });
}
