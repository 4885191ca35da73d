'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmAction, confirmTexts } from '@/components/data/actions/confirm-action';
import { useDialogAction } from '@/components/data/actions/use-dialog-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { changeRoleAction, deactivateMemberAction } from '@/lib/users/member-actions';
import type { Member } from '@/lib/users/members';
import { resetSecondStepAction } from '@/lib/users/second-step/actions';
import { LinkList, type NamedLink } from './link-list';
import { RoleField } from './role-field';

export function RoleDialog({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const t = useTranslations();
  const [role, setRole] = useState(member.role);
  const { name } = member;
  const { open, setOpen, pending, run } = useDialogAction(t('members.changeRole.done', { name, role }));
  const losesOwn = isSelf && member.role === 'ADMIN' && role !== 'ADMIN';
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title={t('members.changeRole.title', { name })}
        description={t('members.changeRole.text')}
        closeLabel={t('common.close')}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
            <Button
              pending={pending}
              variant={losesOwn ? 'danger' : 'primary'}
              onClick={() => run(() => changeRoleAction({ id: member.id, role }))}
            >
              {t('members.changeRole.submit')}
            </Button>
          </>
        }
      >
        <RoleField value={role} onChange={setRole} />
        {role === 'ADMIN' && member.role !== 'ADMIN' && member.appIds !== null && (
          <p className="mt-3 text-[0.8125rem] text-muted-foreground">{t('members.sight.admin')}</p>
        )}
        {losesOwn && <p className="mt-3 text-[0.8125rem] text-danger-text">{t('members.changeRole.self')}</p>}
      </DialogContent>
    </Dialog>
  );
}

const NOBODY = 'nobody';

export type LeaveDialogProps = {
  member: Member;
  /** Those who see all that the member sees. */
  heirs: readonly Pick<Member, 'id' | 'name' | 'email'>[];
};

/** Deactivates a member, or hands over what somebody left who is deactivated already. */
export function LeaveDialog({ member: { id, name, role, deactivatedAt }, heirs }: LeaveDialogProps) {
  const t = useTranslations('members');
  const what = deactivatedAt ? 'handOver' : 'deactivate';
  const nobody = deactivatedAt ? [] : [{ value: NOBODY, label: t('deactivate.nobody') }];
  const items = [
    ...nobody,
    ...heirs.map((heir) => ({
      value: heir.id,
      label: [heir.name, heir.email].filter(Boolean).join(' · '),
    })),
  ];
  const [heir, setHeir] = useState(items[0]?.value ?? NOBODY);
  const heirId = heir === NOBODY ? null : heir;
  const texts = confirmTexts(useTranslations(`members.${what}`), name);
  return (
    <ConfirmAction
      texts={texts}
      variant={deactivatedAt ? 'primary' : 'danger'}
      action={() => deactivateMemberAction({ id, heirId })}
    >
      {role === 'ADMIN' && !deactivatedAt && (
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('deactivate.administrator')}</p>
      )}
      <div className="mt-2">
        <Field label={t(`${what}.heir`)} hint={t('handOver.heirHint')}>
          <Select items={items} value={heir} onValueChange={setHeir} />
        </Field>
      </div>
    </ConfirmAction>
  );
}

/** For somebody who lost their phone. */
export function SecondStepDialog({ member: { id, name } }: { member: Member }) {
  const t = useTranslations('members.secondStep');
  return <ConfirmAction texts={confirmTexts(t, name)} action={() => resetSecondStepAction({ id })} />;
}

/** A link that was just made. */
export function LinkDialog({ title, text, link }: { title: string; text: string; link: NamedLink }) {
  const t = useTranslations();
  const [open, setOpen] = useState(true);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title={title}
        description={text}
        closeLabel={t('common.close')}
        footer={<Button onClick={() => setOpen(false)}>{t('members.invite.done')}</Button>}
      >
        <LinkList links={[link]} />
      </DialogContent>
    </Dialog>
  );
}
