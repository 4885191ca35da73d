'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { useScope } from '@/components/layout/scope/scope-context';
import { AppTile } from './app-switcher-parts';

const load = () => import('./app-switcher-popup');
const AppSwitcherPopup = lazy(() => load().then((room) => ({ default: room.AppSwitcherPopup })));

export type AppSwitcherProps = { canManage: boolean; className?: string | undefined };

/** The scope of all pages: one Mini Program, or all of them. */
export function AppSwitcher({ canManage, className }: AppSwitcherProps) {
  const t = useTranslations('layout.apps');
  const { apps, appId, pending } = useScope();
  // Where there is but one, its name says more than “all”.
  const current = apps.length === 1 ? apps[0] : apps.find(({ id }) => id === appId);
  const trigger = (
    <button
      type="button"
      title={current?.name}
      aria-busy={pending}
      className={cn(
        'flex h-10 w-full min-w-0 items-center gap-2 rounded-md border border-border bg-surface ps-1.5 pe-2 text-start shadow-xs focus-ring transition-colors hover:bg-muted data-popup-open:bg-muted max-md:h-11',
        className,
      )}
    >
      <span className="sr-only">{t('switch')}</span>
      <AppTile name={current?.name} />
      <span className="min-w-0 flex-1 truncate text-[0.8125rem] leading-5 font-medium">
        {current?.name ?? t(apps.length > 0 ? 'all' : 'none')}
      </span>
      {pending ? (
        <Spinner className="size-3.5" />
      ) : (
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
      )}
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <AppSwitcherPopup canManage={canManage} trigger={trigger} />
    </DeferredPopup>
  );
}
