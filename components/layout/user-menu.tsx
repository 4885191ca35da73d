'use client';

import { ChevronsUpDown, LogOut } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Menu, MenuContent, MenuItem, MenuLinkItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { ACCOUNT } from './nav-items';
import { LocaleItems, ThemeItems } from './preference-items';

export type ShellUser = { name: string; email: string; role: 'ADMIN' | 'OPERATOR' | 'VIEWER' };

export type UserMenuProps = {
  user: ShellUser;
  /** The avatar alone, for the top bar of phones. */
  compact?: boolean | undefined;
};

export function UserMenu({ user, compact }: UserMenuProps) {
  const t = useTranslations('layout.user');
  return (
    <Menu>
      <MenuTrigger
        aria-label={`${t('menu')}: ${user.name}`}
        className={cn(
          'flex shrink-0 items-center gap-2.5 text-start focus-ring transition-colors hover:bg-muted-strong/60 data-popup-open:bg-muted-strong/60',
          compact ? 'size-10 justify-center rounded-full' : 'w-full rounded-md px-2 py-1.5',
        )}
      >
        <Avatar name={user.name} />
        {!compact && (
          <>
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="truncate text-[0.8125rem] leading-5 font-medium">{user.name}</span>
              <span className="truncate text-xs leading-4 text-muted-foreground">
                {t(`role.${user.role}`)}
              </span>
            </span>
            <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
          </>
        )}
      </MenuTrigger>
      <MenuContent side={compact ? 'bottom' : 'top'} align={compact ? 'end' : 'start'} className="w-60">
        <div className="flex flex-col px-2.5 pt-1.5 pb-2">
          <span className="truncate font-medium">{user.name}</span>
          <span className="truncate text-xs leading-4 text-muted-foreground">{user.email}</span>
        </div>
        <MenuSeparator />
        <MenuLinkItem render={<Link href={ACCOUNT.href} />}>
          <ACCOUNT.icon aria-hidden className="text-muted-foreground" />
          {t('account')}
        </MenuLinkItem>
        <MenuSeparator />
        <ThemeItems />
        <MenuSeparator />
        <LocaleItems />
        <MenuSeparator />
        <MenuItem onClick={() => void signOut({ callbackUrl: '/sign-in' })}>
          <LogOut aria-hidden className="text-muted-foreground" />
          {t('signOut')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
