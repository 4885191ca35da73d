'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { SubmitActions } from '@/components/data/submit-actions';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Textarea } from '@/components/ui/form/textarea';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/overlay/dialog';
import type { Role } from '@/lib/db/generated/enums';
import { INVITATION_DAYS, INVITED_MAX } from '@/lib/users/limits';
import { inviteMembersAction } from '@/lib/users/member-actions';
import { LinkList, linkTo, OnlyHere, type NamedLink } from './link-list';
import { RoleField } from './role-field';
import { SightField } from '@/components/data/sight/sight-field';
import type { AppChoice, Sight } from '@/components/data/sight/sight-text';

/** Opens at once: it is mounted by the click on its trigger. */
type InvitePopupProps = { trigger: ReactElement; apps: readonly AppChoice[]; sendsMail: boolean };

export function InvitePopup({ trigger, apps, sendsMail }: InvitePopupProps) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [links, setLinks] = useState<readonly NamedLink[] | null>(null);
  const toggle = (wanted: boolean) => {
    setOpen(wanted);
    // The next time asks anew; what was made is told once.
    if (wanted) setLinks(null);
    else if (links) router.refresh();
  };
  const made = links && madeTexts(links);
  const title = made ? t(`members.invite.${made.title}`, { count: links.length }) : t('members.invite.title');
  const text = made ? t(`members.invite.${made.text}`) : t('members.invite.text', { days: INVITATION_DAYS });
  return (
    <Dialog open={open} onOpenChange={toggle}>
      <DialogTrigger render={trigger} />
      <DialogContent title={title} description={text} closeLabel={t('common.close')}>
        {links ? (
          <div className="flex flex-col gap-5">
            <LinkList links={links} />
            <div className="flex justify-end">
              <Button onClick={() => toggle(false)}>{t('members.invite.done')}</Button>
            </div>
          </div>
        ) : (
          <InviteForm {...{ apps, sendsMail }} onMade={setLinks} onCancel={() => toggle(false)} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function madeTexts(links: readonly NamedLink[]) {
  if (links.some(({ sent }) => sent === 'failed')) return { title: 'made', text: 'failedText' } as const;
  if (links.some(({ sent }) => sent === 'sent')) return { title: 'sentTitle', text: 'sentText' } as const;
  return { title: 'made', text: 'madeText' } as const;
}

type InviteFormProps = {
  apps: readonly AppChoice[];
  sendsMail: boolean;
  onMade: (links: NamedLink[]) => void;
  onCancel: () => void;
};

function InviteForm({ apps, sendsMail, onMade, onCancel }: InviteFormProps) {
  const t = useTranslations();
  const reach = useReach();
  const [emails, setEmails] = useState('');
  const [role, setRole] = useState<Role>('OPERATOR');
  const [appIds, setAppIds] = useState<Sight>(null);
  const [error, setError] = useState<string>();
  const [sightError, setSightError] = useState<string>();
  const [pending, setPending] = useState(false);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const chosen = role === 'ADMIN' ? null : appIds;
    setSightError(chosen?.length === 0 ? t('members.sight.none') : undefined);
    if (chosen?.length === 0) return;
    setPending(true);
    const { data, serverError } = await reach(inviteMembersAction({ emails, role, appIds: chosen }));
    setPending(false);
    setError(serverError && (serverError.fields.emails ?? serverError.message));
    if (data) onMade(data.map(({ email, token, sent }) => ({ email, sent, link: linkTo('join', token) })));
  };
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      {/* Letters say the address of the installation, whatever address this is. */}
      {!sendsMail && <OnlyHere says="onlyHereSoon" />}
      <Field
        label={t('members.invite.emails')}
        hint={t('members.invite.emailsHint', { max: INVITED_MAX })}
        error={error}
      >
        <Textarea
          value={emails}
          onChange={({ target }) => setEmails(target.value)}
          autoComplete="off"
          spellCheck={false}
          inputMode="email"
          className="max-h-60"
        />
      </Field>
      <RoleField value={role} onChange={setRole} />
      {role !== 'ADMIN' && <SightField apps={apps} value={appIds} onChange={setAppIds} error={sightError} />}
      <SubmitActions
        submitLabel={t(sendsMail ? 'members.invite.submitSend' : 'members.invite.submit')}
        pending={pending}
        onCancel={onCancel}
      />
    </Form>
  );
}
