import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConsoleKeys } from '@/components/layout/keys/console-keys';
import { AppSwitcher } from '@/components/layout/navigation/app-switcher';
import { BottomBar } from '@/components/layout/navigation/bottom-bar';
import { CreateButton } from '@/components/layout/navigation/create-button';
import { OVERVIEW, type ShellCan } from '@/components/layout/navigation/nav-items';
import { NavList } from '@/components/layout/navigation/nav-list';
import { QuotaBadge } from '@/components/layout/navigation/quota-badge';
import { UserMenu } from '@/components/layout/navigation/user-menu';
import type { ShellUser } from '@/components/layout/navigation/user-menu-popup';
import { PaletteButton } from '@/components/layout/palette/palette-button';
import { onlySandboxIn } from '@/components/layout/scope/only-sandbox';
import { SandboxStrip } from '@/components/layout/scope/sandbox-strip';
import type { ShellApp } from '@/components/layout/scope/scope-context';
import { ScopeProvider } from '@/components/layout/scope/scope-provider';
import type { PressingQuota } from '@/lib/quota/pressing';
import { Brand, BrandMark } from './brand';
import { NavLink } from './navigation/nav-link';

export type ConsoleShellProps = {
  apps: readonly ShellApp[];
  /** What pages are narrowed to; null for all Mini Programs. */
  scopeAppId: string | null;
  /** Null while there is enough everywhere. */
  quota: PressingQuota | null;
  user: ShellUser;
  can: ShellCan;
  /** Beside the name of the house, and at the end of the bar of phones. */
  bell: ReactNode;
  children: ReactNode;
};

/** The frame of every page behind the sign-in. Shows what it is given; reads nothing by itself. */
export function ConsoleShell({ children, ...props }: ConsoleShellProps) {
  const t = useTranslations('layout');
  const { apps, scopeAppId, quota, user, can, bell } = props;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded-md bg-primary px-4 py-2 text-primary-foreground shadow-md focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <ScopeProvider apps={apps} appId={scopeAppId}>
        <ConsoleKeys can={can}>
          <Sidebar {...{ quota, user, can, bell }} />
          <TopBar {...{ can, bell }} />
          <div className="min-w-0">
            {onlySandboxIn(apps, scopeAppId) && <SandboxStrip canConnect={can.manageApps} />}
            <main
              id="main"
              tabIndex={-1}
              className="mx-auto w-full max-w-6xl px-4 pt-4 pb-28 outline-none sm:px-6 lg:px-10 lg:pt-7 lg:pb-16"
            >
              {children}
            </main>
          </div>
          <BottomBar {...{ quota, user, can }} />
        </ConsoleKeys>
      </ScopeProvider>
    </div>
  );
}

type SidebarProps = Pick<ConsoleShellProps, 'quota' | 'user' | 'can' | 'bell'>;

function Sidebar({ quota, user, can, bell }: SidebarProps) {
  const t = useTranslations('layout');
  return (
    <aside
      data-stays
      aria-label={t('nav.menu')}
      className="sticky top-0 flex h-dvh flex-col gap-4 overflow-y-auto border-e border-border bg-sidebar px-3 py-4 max-lg:hidden"
    >
      <div className="flex items-center justify-between gap-1">
        <NavLink
          href={OVERVIEW.href}
          aria-label={t('brand.home')}
          className="rounded-md px-2 py-1 focus-ring"
        >
          <Brand name={t('brand.name')} tagline={t('brand.tagline')} />
        </NavLink>
        {bell}
      </div>
      <div className="flex items-center gap-1">
        <AppSwitcher canManage={can.manageApps} className="flex-1" />
        <PaletteButton />
      </div>
      {can.generate && <CreateButton />}
      <NavList can={can} />
      {quota && <QuotaBadge quota={quota} />}
      <UserMenu user={user} />
    </aside>
  );
}

function TopBar({ can, bell }: Pick<ConsoleShellProps, 'can' | 'bell'>) {
  const t = useTranslations('layout');
  return (
    <header
      data-stays
      className="sticky top-0 z-30 flex h-13 items-center gap-1 border-b border-border bg-background px-2 lg:hidden"
    >
      <NavLink href={OVERVIEW.href} aria-label={t('brand.home')} className="rounded-md p-2 focus-ring">
        <BrandMark className="size-7" />
      </NavLink>
      <AppSwitcher canManage={can.manageApps} className="mx-auto max-w-96 flex-1" />
      <PaletteButton />
      {bell}
    </header>
  );
}
