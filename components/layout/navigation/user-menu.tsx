'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import type { UserMenuProps } from './user-menu-popup';

const load = () => import('./user-menu-popup');
const UserMenuPopup = lazy(() => load().then((room) => ({ default: room.UserMenuPopup })));

/** Whose session this is, and what is theirs. */
export function UserMenu({ user }: UserMenuProps) {
  const t = useTranslations('layout.user');
  const trigger = (
    <button
      type="button"
      aria-label={t('menu', { name: user.name })}
      className="flex w-full shrink-0 items-center gap-2.5 rounded-md px-2 py-1.5 text-start focus-ring transition-colors hover:bg-muted-strong/60 data-popup-open:bg-muted-strong/60"
    >
      <Avatar name={user.name} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate text-[0.8125rem] leading-5 font-medium">{user.name}</span>
        <span className="truncate text-xs leading-4 text-muted-foreground">{t(`role.${user.role}`)}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <UserMenuPopup user={user} trigger={trigger} />
    </DeferredPopup>
  );
}
