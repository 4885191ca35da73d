'use client';

import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { lazy } from 'react';
import { cn } from '@/components/ui/cn';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { CODES, GENERATE, isActive, MORE_ICON, NEW_BATCH, OVERVIEW, TASKS, type NavItem } from './nav-items';
import type { MoreProps } from './more-sheet';
import { NavLink } from './nav-link';

const loadCreate = () => import('./create-sheet');
const CreateSheet = lazy(() => loadCreate().then((room) => ({ default: room.CreateSheet })));
const loadMore = () => import('./more-sheet');
const MoreSheet = lazy(() => loadMore().then((room) => ({ default: room.MoreSheet })));

/** A form has its own button where the thumb is. Other forms say so by the bar that they fix there (`thumbBar`). */
const FORMS: readonly string[] = [GENERATE.href, NEW_BATCH, '/exports/new', '/print/new'];

const place =
  'flex h-full w-full flex-col items-center justify-center gap-1 rounded-md text-2xs text-muted-foreground focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring';

/** Within reach of the thumb: three destinations, making codes in the middle, and a sheet of all else. Phones only. */
export function BottomBar(props: MoreProps) {
  const t = useTranslations('layout.nav');
  if (FORMS.includes(usePathname())) return null;
  return (
    <nav
      aria-label={t('shortcuts')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-border bg-surface pb-safe lg:hidden thumb:in-[body:has(.thumb-bar)]:hidden"
    >
      <ul className="mx-auto flex h-16 max-w-xl items-stretch px-2 *:flex-1">
        <BottomLink item={OVERVIEW} />
        <BottomLink item={CODES} />
        {props.can.generate && <CreateTab />}
        <BottomLink item={TASKS} />
        <MoreTab {...props} />
      </ul>
    </nav>
  );
}

function BottomLink({ item }: { item: NavItem }) {
  const { key, href, icon: Icon } = item;
  const t = useTranslations('layout.nav');
  const current = isActive(item, usePathname());
  return (
    <li>
      <NavLink
        href={href}
        aria-current={current ? 'page' : undefined}
        className={cn(place, 'aria-[current=page]:font-medium aria-[current=page]:text-foreground')}
      >
        <Icon aria-hidden className={cn('size-5', current && 'text-accent-text')} />
        {t(key)}
      </NavLink>
    </li>
  );
}

function CreateTab() {
  const t = useTranslations('layout.nav');
  const trigger = (
    <button type="button" className={place}>
      <span className="-mt-2 -mb-1 flex h-8 w-12 items-center justify-center rounded-full bg-primary text-primary-foreground shadow-sm">
        <GENERATE.icon aria-hidden className="size-5" strokeWidth={2.25} />
      </span>
      {t('generate')}
    </button>
  );
  return (
    <li>
      <DeferredPopup trigger={trigger} haspopup="dialog" preload={loadCreate}>
        <CreateSheet trigger={trigger} />
      </DeferredPopup>
    </li>
  );
}

function MoreTab(props: MoreProps) {
  const t = useTranslations('layout.nav');
  const trigger = (
    <button type="button" className={place}>
      <MORE_ICON aria-hidden className="size-5" />
      {t('more')}
    </button>
  );
  return (
    <li>
      <DeferredPopup trigger={trigger} haspopup="dialog" preload={loadMore}>
        <MoreSheet {...props} trigger={trigger} />
      </DeferredPopup>
    </li>
  );
}
