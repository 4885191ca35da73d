'use client';

import { Check, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
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
import { useScope, type ShellApp } from '@/components/layout/scope/scope-context';
import { AppTile, SandboxBadge } from './app-switcher-parts';
import { APPS } from './settings-items';

export type AppSwitcherPopupProps = { canManage: boolean; trigger: ReactElement };

export function AppSwitcherPopup({ canManage, trigger }: AppSwitcherPopupProps) {
  const t = useTranslations('layout.apps');
  const { apps, appId, switchTo } = useScope();
  const several = apps.length > 1;
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent pinned align="start" className="w-72">
        <MenuGroup>
          <MenuLabel>{apps.length > 0 ? t('switch') : t('none')}</MenuLabel>
          {several && (
            <Row current={appId === null} onSelect={() => switchTo(null)}>
              <AppTile />
              <span className="min-w-0 flex-1 truncate">{t('all')}</span>
            </Row>
          )}
          {apps.map((app) => (
            <Row key={app.id} current={!several || app.id === appId} onSelect={() => switchTo(app.id)}>
              <AppName app={app} />
            </Row>
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

function AppName({ app }: { app: ShellApp }) {
  return (
    <>
      <AppTile name={app.name} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate leading-5">{app.name}</span>
        <span className="truncate font-mono text-2xs leading-4 text-muted-foreground">{app.appId}</span>
      </span>
      {app.mode === 'SANDBOX' && <SandboxBadge />}
    </>
  );
}

type RowProps = { current: boolean; onSelect: () => void; children: ReactNode };

function Row({ current, onSelect, children }: RowProps) {
  return (
    <MenuItem onClick={onSelect} aria-current={current ? 'true' : undefined}>
      {children}
      <span className="flex w-4 justify-end">
        {current && <Check aria-hidden className="text-accent-text" />}
      </span>
    </MenuItem>
  );
}
