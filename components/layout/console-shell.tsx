import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { AppSwitcher } from '@/components/layout/navigation/app-switcher';
import { BottomBar } from '@/components/layout/navigation/bottom-bar';
import { Brand, BrandMark } from './brand';
import { ConsoleKeys } from '@/components/layout/keys/console-keys';
import { MobileNav } from '@/components/layout/navigation/mobile-nav';
import { GENERATE, OVERVIEW } from '@/components/layout/navigation/nav-items';
import { NavList } from '@/components/layout/navigation/nav-list';
import { PaletteButton } from '@/components/layout/palette/palette-button';
import { QuotaBadge, type Quota } from '@/components/layout/navigation/quota-badge';
import { ScopeProvider } from '@/components/layout/scope/scope-provider';
import type { ShellApp } from '@/components/layout/scope/scope-context';
import { UserMenu } from '@/components/layout/navigation/user-menu';
import type { ShellUser } from '@/components/layout/navigation/user-menu-popup';

export type ConsoleShellProps = {
  apps: readonly ShellApp[];
  /** What pages are narrowed to; null for all Mini Programs. */
  scopeAppId: string | null;
  onSwitchApp: (appId: string | null) => Promise<void>;
  quota: Quota | null;
  user: ShellUser;
  /** From the permission table: what the shell may offer. */
  can: { generate: boolean; manageApps: boolean };
  children: ReactNode;
};

/** The frame of every page behind the sign-in. Shows what it is given; reads nothing by itself. */
export function ConsoleShell({ children, ...props }: ConsoleShellProps) {
  const t = useTranslations('layout');
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded-md bg-primary px-4 py-2 text-primary-foreground shadow-md focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <ScopeProvider apps={props.apps} appId={props.scopeAppId} onSwitchApp={props.onSwitchApp}>
        <ConsoleKeys canGenerate={props.can.generate}>
          <Sidebar {...props} />
          <TopBar {...props} />
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-6xl px-4 pt-6 pb-28 outline-none sm:px-6 lg:px-10 lg:pt-9 lg:pb-16"
          >
            {children}
          </main>
          <BottomBar canGenerate={props.can.generate} />
        </ConsoleKeys>
      </ScopeProvider>
    </div>
  );
}

type FrameProps = Pick<ConsoleShellProps, 'quota' | 'user' | 'can'>;

function Sidebar({ quota, user, can }: FrameProps) {
  const t = useTranslations('layout');
  return (
    <aside
      aria-label={t('nav.menu')}
      className="sticky top-0 flex h-dvh flex-col gap-5 overflow-y-auto border-e border-border bg-sidebar px-3 py-4 max-lg:hidden"
    >
      <Link
        href={OVERVIEW.href}
        aria-label={t('brand.home')}
        className="self-start rounded-md px-2 py-1 focus-ring"
      >
        <Brand name={t('brand.name')} tagline={t('brand.tagline')} />
      </Link>
      <AppSwitcher canManage={can.manageApps} />
      <PaletteButton className="-mt-2" />
      {can.generate && (
        <Button render={<Link href={GENERATE.href} />} className="w-full">
          <GENERATE.icon aria-hidden />
          {t('nav.generateCode')}
        </Button>
      )}
      <NavList />
      <div className="mt-auto flex flex-col gap-3">
        {quota && <QuotaBadge quota={quota} />}
        <UserMenu user={user} />
      </div>
    </aside>
  );
}

function TopBar({ quota, user, can }: FrameProps) {
  const t = useTranslations('layout');
  return (
    <header className="sticky top-0 z-30 flex h-15 items-center gap-1.5 border-b border-border bg-background/95 px-2 backdrop-blur-md lg:hidden">
      <MobileNav quota={quota} />
      <Link href={OVERVIEW.href} aria-label={t('brand.home')} className="rounded-md p-1.5 focus-ring">
        <BrandMark className="size-7" />
      </Link>
      <AppSwitcher canManage={can.manageApps} className="mx-auto h-10 max-w-72 min-w-0 flex-1" />
      <UserMenu user={user} compact />
    </header>
  );
}
