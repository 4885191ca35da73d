'use client';

import { LogOut } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement } from 'react';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLinkItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/overlay/menu';
import { ACCOUNT } from './settings-items';
import { LocaleItems, ThemeItems } from './preference-items';

export type ShellUser = { name: string; email: string | null; role: 'ADMIN' | 'OPERATOR' | 'VIEWER' };

export type UserMenuProps = { user: ShellUser };

export function UserMenuPopup({ user, trigger }: UserMenuProps & { trigger: ReactElement }) {
  const t = useTranslations('layout.user');
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent pinned side="top" align="start" className="w-60">
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
        <ThemeItems isSignedIn />
        <MenuSeparator />
        <LocaleItems isSignedIn />
        <MenuSeparator />
        <MenuItem onClick={() => void signOut({ callbackUrl: '/sign-in' })}>
          <LogOut aria-hidden className="text-muted-foreground" />
          {t('signOut')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
