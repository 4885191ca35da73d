'use client';

import { useMutation } from '@tanstack/react-query';
import { Eye, KeyRound, Inbox, ShieldOff, UserCog, UserRoundCheck, UserX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/overlay/menu';
import { toast } from '@/components/ui/overlay/toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { RESET_HOURS } from '@/lib/users/limits';
import { createResetLinkAction, reactivateMemberAction } from '@/lib/users/member-actions';
import { linkTo } from './link-list';
import type { AppChoice } from '@/components/data/sight/sight-text';
import { SightDialog } from './sight-dialog';
import {
  LeaveDialog,
  LinkDialog,
  RoleDialog,
  SecondStepDialog,
  type LeaveDialogProps,
} from './member-dialogs';

export type MemberMenuProps = LeaveDialogProps & { isSelf: boolean; apps: readonly AppChoice[] };

/** Each time that something is asked it is asked anew. */
type Asked =
  | { what: 'role'; time: number }
  | { what: 'sight'; time: number }
  | { what: 'leave'; time: number }
  | { what: 'secondStep'; time: number }
  | { what: 'link'; link: string; time: number };

/** Opens at once: it is mounted by the click on its trigger. */
export function MemberMenuPopup({ trigger, ...props }: MemberMenuProps & { trigger: ReactElement }) {
  const { member, isSelf, heirs } = props;
  const t = useTranslations('members');
  const [asked, setAsked] = useState<Asked | null>(null);
  const time = (asked?.time ?? 0) + 1;
  const reactivate = useReactivate(member);
  const makeLink = useMakeLink(member.id, (token) =>
    setAsked({ what: 'link', link: linkTo('reset', token), time }),
  );
  const leave = () => setAsked({ what: 'leave', time });
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
        <MenuContent>
          {member.deactivatedAt ? (
            <>
              <MenuItem onClick={reactivate}>
                <UserRoundCheck aria-hidden className="text-muted-foreground" />
                {t('reactivate.action')}
              </MenuItem>
              {heirs.length > 0 && (
                <MenuItem onClick={leave}>
                  <Inbox aria-hidden className="text-muted-foreground" />
                  {t('handOver.action')}
                </MenuItem>
              )}
            </>
          ) : (
            <>
              <MenuItem onClick={() => setAsked({ what: 'role', time })}>
                <UserCog aria-hidden className="text-muted-foreground" />
                {t('changeRole.action')}
              </MenuItem>
              {member.role !== 'ADMIN' && (
                <MenuItem onClick={() => setAsked({ what: 'sight', time })}>
                  <Eye aria-hidden className="text-muted-foreground" />
                  {t('sight.action')}
                </MenuItem>
              )}
              <ResetItem member={member} onClick={makeLink} />
              {!isSelf && member.hasSecondStep && (
                <MenuItem onClick={() => setAsked({ what: 'secondStep', time })}>
                  <ShieldOff aria-hidden className="text-muted-foreground" />
                  {t('secondStep.action')}
                </MenuItem>
              )}
              {!isSelf && (
                <>
                  <MenuSeparator />
                  <MenuItem variant="danger" onClick={leave}>
                    <UserX aria-hidden />
                    {t('deactivate.action')}
                  </MenuItem>
                </>
              )}
            </>
          )}
        </MenuContent>
      </Menu>
      {asked && <Question key={asked.time} {...props} asked={asked} />}
    </>
  );
}

/** Without an address there is nothing to sign in with beside a password. */
function ResetItem({ member, onClick }: Pick<MemberMenuProps, 'member'> & { onClick: () => void }) {
  const t = useTranslations('members.resetLink');
  if (member.email === null) return null;
  return (
    <MenuItem onClick={onClick}>
      <KeyRound aria-hidden className="text-muted-foreground" />
      {t('action')}
    </MenuItem>
  );
}

function Question({ member, heirs, apps, isSelf, asked }: MemberMenuProps & { asked: Asked }) {
  const t = useTranslations('members.resetLink');
  if (asked.what === 'role') return <RoleDialog member={member} isSelf={isSelf} />;
  if (asked.what === 'sight') return <SightDialog member={member} apps={apps} />;
  if (asked.what === 'leave') return <LeaveDialog member={member} heirs={heirs} />;
  if (asked.what === 'secondStep') return <SecondStepDialog member={member} />;
  return (
    <LinkDialog
      title={t('title', { name: member.name })}
      text={t('text', { hours: RESET_HOURS })}
      link={{ email: member.email ?? member.name, link: asked.link }}
    />
  );
}

function useMakeLink(id: string, onMade: (token: string) => void): () => void {
  const showError = useErrorToast();
  const { mutate } = useMutation({
    mutationFn: () => outcomeOf(createResetLinkAction({ id })),
    onSuccess: (made) => made && onMade(made.token),
    onError: showError,
  });
  return () => mutate();
}

function useReactivate({ id, name }: MemberMenuProps['member']): () => void {
  const t = useTranslations('members.reactivate');
  const router = useRouter();
  const showError = useErrorToast();
  const { mutate } = useMutation({
    mutationFn: () => outcomeOf(reactivateMemberAction({ id })),
    onSuccess: () => {
      router.refresh();
      toast.success(t('done', { name }));
    },
    onError: showError,
  });
  return () => mutate();
}
