'use client';

import { Check, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement } from 'react';
import {
  Menu,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuLinkItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/overlay/menu';
import { AppTile, SandboxBadge, type ShellApp } from './app-switcher-parts';
import { APPS } from './nav-items';

export type AppSwitcherPopupProps = {
  apps: readonly ShellApp[];
  currentAppId: string | null;
  onSelect: (id: string) => void;
  canManage: boolean;
  trigger: ReactElement;
};

export function AppSwitcherPopup({
  apps,
  currentAppId,
  onSelect,
  canManage,
  trigger,
}: AppSwitcherPopupProps) {
  const t = useTranslations('layout.apps');
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent align="start" className="w-72">
        <MenuGroup>
          <MenuLabel>{apps.length > 0 ? t('switch') : t('none')}</MenuLabel>
          {apps.map((app) => (
            <AppRow
              key={app.id}
              app={app}
              current={app.id === currentAppId}
              onSelect={() => onSelect(app.id)}
            />
          ))}
        </MenuGroup>
        {canManage && (
          <>
            <MenuSeparator />
            <MenuLinkItem render={<Link href={APPS.href} />}>
              <Plus aria-hidden className="text-muted-foreground" />
              {apps.length > 0 ? t('manage') : t('add')}
            </MenuLinkItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}

function AppRow({ app, current, onSelect }: { app: ShellApp; current: boolean; onSelect: () => void }) {
  return (
    <MenuItem onClick={onSelect} aria-current={current ? 'true' : undefined}>
      <AppTile name={app.name} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate leading-5">{app.name}</span>
        <span className="truncate font-mono text-2xs leading-4 text-muted-foreground">{app.appId}</span>
      </span>
      {app.mode === 'SANDBOX' && <SandboxBadge />}
      <span className="flex w-4 justify-end">
        {current && <Check aria-hidden className="text-accent-text" />}
      </span>
    </MenuItem>
  );
}
