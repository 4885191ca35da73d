'use client';

import { Check, ChevronsUpDown, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import {
  Menu,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuLinkItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu';
import { Spinner } from '@/components/ui/spinner';
import { APPS } from './nav-items';

export type ShellApp = { id: string; name: string; appId: string; mode: 'LIVE' | 'SANDBOX' };

export type AppSwitcherProps = {
  apps: readonly ShellApp[];
  currentAppId: string | null;
  onSwitchApp: (appId: string) => Promise<void>;
  canManage: boolean;
  className?: string | undefined;
};

export function AppSwitcher({ apps, currentAppId, onSwitchApp, canManage, className }: AppSwitcherProps) {
  const t = useTranslations('layout.apps');
  const [pending, startTransition] = useTransition();
  const current = apps.find(({ id }) => id === currentAppId);

  const switchTo = (id: string) => {
    if (id === currentAppId) return;
    startTransition(() => onSwitchApp(id).catch(() => void toast.error(t('failed'))));
  };

  return (
    <Menu>
      <MenuTrigger
        aria-label={`${t('switch')}: ${current?.name ?? t('none')}`}
        aria-busy={pending}
        className={cn(
          'flex h-11 w-full min-w-0 items-center gap-2.5 rounded-md border border-border bg-surface ps-2 pe-2.5 text-start shadow-xs focus-ring transition-colors hover:bg-muted data-popup-open:bg-muted lg:h-12',
          className,
        )}
      >
        <AppTile name={current?.name} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate text-[0.8125rem] leading-5 font-medium">
            {current?.name ?? t('none')}
          </span>
          {current && (
            <span className="truncate font-mono text-2xs leading-4 text-muted-foreground max-lg:hidden">
              {current.appId}
            </span>
          )}
        </span>
        {current?.mode === 'SANDBOX' && <SandboxBadge />}
        {pending ? (
          <Spinner className="size-3.5" />
        ) : (
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
        )}
      </MenuTrigger>
      <MenuContent align="start" className="w-72">
        <MenuGroup>
          <MenuLabel>{apps.length > 0 ? t('switch') : t('none')}</MenuLabel>
          {apps.map((app) => (
            <AppRow
              key={app.id}
              app={app}
              current={app.id === currentAppId}
              onSelect={() => switchTo(app.id)}
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

function SandboxBadge() {
  const t = useTranslations('layout.apps');
  return <Badge tone="info">{t('sandbox')}</Badge>;
}

function AppTile({ name }: { name: string | undefined }) {
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-sm bg-muted-strong text-xs font-semibold text-foreground"
    >
      {[...(name ?? '–')][0]}
    </span>
  );
}
