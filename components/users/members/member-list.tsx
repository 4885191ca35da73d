'use client';

import { Search, SearchX, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { EmptyState } from '@/components/data/states/empty-state';
import { NameCell, wide, WorkRow, WorkTable } from '@/components/data/work-list/work-table';
import { DeferredMenu } from '@/components/ui/overlay/deferred-menu';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/form/input';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell } from '@/components/ui/table';
import type { Member } from '@/lib/users/members';
import { seenBy, seesAsMuch } from '@/lib/users/sees-as-much';
import type { MemberMenuProps } from './member-menu-popup';
import { useSightText, type AppChoice } from '@/components/data/sight/sight-text';

const load = () => import('./member-menu-popup');
const MemberMenuPopup = lazy(() => load().then((room) => ({ default: room.MemberMenuPopup })));

/** With as many a search is quicker than the eye. */
const SEARCHED_FROM = 8;

/** Everybody who is a member, and after them those who were. */
type MemberListProps = { members: readonly Member[]; apps: readonly AppChoice[]; ownId: string };

export function MemberList({ members, apps, ownId }: MemberListProps) {
  const t = useTranslations('members.list');
  const [typed, setTyped] = useState('');
  const q = typed.trim().toLowerCase();
  const active = members.filter(({ deactivatedAt }) => !deactivatedAt);
  const ordered = [...active, ...members.filter(({ deactivatedAt }) => deactivatedAt)];
  const shown = ordered.filter(({ name, email }) => `${name} ${email ?? ''}`.toLowerCase().includes(q));
  const heads = [
    { key: 'name', label: t('name') },
    { key: 'role', label: t('role'), className: `w-36 ${wide}` },
    { key: 'sight', label: t('sight'), className: `w-56 ${wide}` },
    { key: 'seen', label: t('seen'), className: `w-44 ${wide}` },
  ];
  return (
    <>
      {members.length >= SEARCHED_FROM && (
        <div className="mb-4 md:w-64">
          <Input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            icon={<Search aria-hidden />}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState variant="no-match" icon={<SearchX />} title={t('none', { q: typed.trim() })} />
      ) : (
        <WorkTable label={t('label')} ticks={null} heads={heads}>
          {shown.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              apps={apps}
              isSelf={member.id === ownId}
              heirs={active.filter(
                (other) => other.id !== member.id && seesAsMuch(seenBy(other), seenBy(member)),
              )}
            />
          ))}
        </WorkTable>
      )}
    </>
  );
}

function MemberRow(props: MemberMenuProps) {
  const { member, isSelf, apps } = props;
  const { id, name, email, role, deactivatedAt } = member;
  const sight = useSightText(apps)(seenBy(member));
  const isFenced = seenBy(member) !== null;
  const t = useTranslations();
  const muted = 'py-2 text-[0.8125rem] leading-5 whitespace-nowrap text-muted-foreground';
  return (
    <WorkRow
      {...{ id, name, ticks: null, canTick: false }}
      cover={<Avatar name={name} size="lg" className={deactivatedAt ? 'opacity-50 grayscale' : ''} />}
      actions={<RowMenu {...props} />}
    >
      <NameCell
        second={email}
        phone={
          <>
            {email && <span className="block truncate">{email}</span>}
            {t(`layout.user.role.${role}`)} · {isFenced && `${sight.text} ${sight.more} · `}
            <Seen member={member} />
          </>
        }
      >
        <span className="flex items-center gap-2">
          <span title={name} className="truncate font-medium">
            {name}
          </span>
          {isSelf && <Badge tone="outline">{t('members.list.you')}</Badge>}
          {deactivatedAt && <Badge>{t('members.list.off')}</Badge>}
          {member.hasSecondStep && <SecondStepMark />}
        </span>
      </NameCell>
      <TableCell className={cn(wide, 'py-2 whitespace-nowrap')}>{t(`layout.user.role.${role}`)}</TableCell>
      <TableCell className={cn(wide, 'max-w-56 py-2', !isFenced && 'text-muted-foreground')}>
        <span className="flex gap-1">
          <span title={sight.text} className="truncate">
            {sight.text}
          </span>
          <span>{sight.more}</span>
        </span>
      </TableCell>
      <TableCell className={cn(muted, wide)}>
        <Seen member={member} />
      </TableCell>
    </WorkRow>
  );
}

function SecondStepMark() {
  const label = useTranslations('members.list')('secondStep');
  return (
    <span role="img" aria-label={label} title={label} className="shrink-0 text-success-text">
      <ShieldCheck aria-hidden className="size-4" />
    </span>
  );
}

function Seen({ member: { lastSeenAt } }: { member: Member }) {
  const t = useTranslations('members.list');
  return lastSeenAt ? <RelativeTime value={lastSeenAt} /> : t('never');
}

function RowMenu(props: MemberMenuProps) {
  const t = useTranslations('members.list');
  return (
    <DeferredMenu label={t('menu', { name: props.member.name })} preload={load}>
      {(trigger) => <MemberMenuPopup {...props} trigger={trigger} />}
    </DeferredMenu>
  );
}
