import { useTranslations } from 'next-intl';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Brand } from '@/components/layout/brand';
import { CodeMotif } from './code-motif';
import { LocaleSwitch } from '@/components/layout/navigation/locale-switch';
import { ThemeToggle } from '@/components/layout/navigation/theme-toggle';

export type PublicShellProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Under the card: help, version … */
  footer?: ReactNode;
};

/** Sign-in and first run: one card on the motif. */
export function PublicShell({ title, description, children, footer }: PublicShellProps) {
  const t = useTranslations('layout.brand');
  return (
    <div className="relative flex min-h-dvh flex-col overflow-hidden">
      <CodeMotif className="absolute top-1/2 left-1/2 -z-10 size-[64rem] max-w-none -translate-1/2 [mask-image:radial-gradient(circle,transparent_32%,black_44%,transparent_70%)] text-accent opacity-25 dark:opacity-30" />
      <header className="flex items-center justify-end gap-1 p-3 sm:p-4">
        <LocaleSwitch />
        <ThemeToggle />
      </header>
      <main id="main" className="flex flex-1 flex-col items-center justify-center px-4 pt-4 pb-16">
        <Brand name={t('name')} tagline={t('tagline')} className="mb-7" />
        <div className="w-full max-w-sm rounded-2xl border border-border bg-surface p-6 shadow-lg sm:p-8">
          <h1 className="text-lg leading-7 font-semibold">{title}</h1>
          {description && <p className="mt-1 text-pretty text-muted-foreground">{description}</p>}
          <div className="mt-6">{children}</div>
        </div>
        {footer && <div className="mt-6 max-w-sm text-center text-xs text-muted-foreground">{footer}</div>}
      </main>
    </div>
  );
}

/** Another way in, under the card. */
export function FooterLink({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="thumb-reach inline-block rounded-sm text-accent-text underline-offset-4 focus-ring hover:underline"
    >
      {children}
    </Link>
  );
}
