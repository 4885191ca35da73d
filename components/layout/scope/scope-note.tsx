'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { useScope } from './scope-context';

const link =
  'rounded-xs text-accent-text underline-offset-4 focus-ring hover:underline max-md:inline-flex max-md:min-h-11 max-md:items-center';

export type ScopeNoteProps = {
  /** What the page shows: an id, or ALL_APPS. Another one than the switcher's was named by the address. */
  shown: string;
  /** What of other Mini Programs must not be missed. */
  children?: ReactNode;
  className?: string | undefined;
};

/** “Only X · All Mini Programs”, where a list is narrowed by the switcher or by its address; nothing where it is not. */
export function ScopeNote({ shown, children, className }: ScopeNoteProps) {
  const t = useTranslations('layout.scope');
  const { apps, appId, switchTo } = useScope();
  const nameOf = (id: string) => apps.find((app) => app.id === id)?.name ?? t('gone');
  if (shown === ALL_APPS && appId === null) return null;
  const named = shown !== (appId ?? ALL_APPS);
  return (
    <p
      className={cn(
        'flex flex-wrap items-center gap-x-1.5 text-[0.8125rem] text-muted-foreground',
        className,
      )}
    >
      <span>
        {shown === ALL_APPS ? t('linkAll') : t(named ? 'linkOnly' : 'only', { name: nameOf(shown) })}
      </span>
      {shown !== ALL_APPS && (
        <>
          <span aria-hidden>·</span>
          <button type="button" className={link} onClick={() => switchTo(null)}>
            {t('all')}
          </button>
        </>
      )}
      {named && appId !== null && (
        <>
          <span aria-hidden>·</span>
          <button type="button" className={link} onClick={() => switchTo(appId)}>
            {t('back', { name: nameOf(appId) })}
          </button>
        </>
      )}
      {children && <span aria-hidden>·</span>}
      {children}
    </p>
  );
}
