'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useTransition } from 'react';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/overlay/toast';
import { AppTile, SandboxBadge, type ShellApp } from './app-switcher-parts';
import { DeferredPopup } from '@/components/layout/deferred-popup';

const load = () => import('./app-switcher-popup');
const AppSwitcherPopup = lazy(() => load().then((room) => ({ default: room.AppSwitcherPopup })));

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
    startTransition(() => onSwitchApp(id).catch(() => toast.error(t('failed'))));
  };

  const trigger = (
    <button
      type="button"
      aria-busy={pending}
      className={cn(
        'flex h-11 w-full min-w-0 items-center gap-2.5 rounded-md border border-border bg-surface ps-2 pe-2.5 text-start shadow-xs focus-ring transition-colors hover:bg-muted data-popup-open:bg-muted lg:h-12',
        className,
      )}
    >
      <span className="sr-only">{t('switch')}</span>
      <AppTile name={current?.name} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate text-[0.8125rem] leading-5 font-medium">{current?.name ?? t('none')}</span>
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
    </button>
  );

  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <AppSwitcherPopup
        apps={apps}
        currentAppId={currentAppId}
        onSelect={switchTo}
        canManage={canManage}
        trigger={trigger}
      />
    </DeferredPopup>
  );
}
