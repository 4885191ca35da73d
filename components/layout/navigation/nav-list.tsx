'use client';

import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { isActive, mainGroups, SETTINGS, type NavGroup, type NavItem, type ShellCan } from './nav-items';
import { NavLink } from './nav-link';

/** The first level of the navigation, in the sidebar. */
export function NavList({ can }: { can: ShellCan }) {
  const t = useTranslations('layout.nav');
  return (
    <nav aria-label={t('label')} className="flex grow flex-col gap-4">
      <NavGroups groups={mainGroups(can)} />
      <ul className="mt-auto">
        <NavRow item={SETTINGS} />
      </ul>
    </nav>
  );
}

/** Rows in groups; the first group of the sidebar needs no name. */
export function NavGroups({ groups }: { groups: readonly NavGroup[] }) {
  const t = useTranslations('layout.nav.groups');
  return groups.map(({ key, items }) => (
    <div key={key}>
      {key !== 'work' && <p className="px-2.5 pb-1 text-xs text-muted-foreground">{t(key)}</p>}
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => (
          <NavRow key={item.key} item={item} />
        ))}
      </ul>
    </div>
  ));
}

function NavRow({ item }: { item: NavItem }) {
  const { key, href, icon: Icon } = item;
  const t = useTranslations('layout.nav');
  const active = isActive(item, usePathname());
  return (
    <li>
      <NavLink
        href={href}
        aria-current={active ? 'page' : undefined}
        className={cn(
          'group flex h-9 items-center gap-2.5 rounded-md px-2.5 text-muted-foreground focus-ring transition-colors max-md:h-11',
          'hover:bg-muted-strong/60 hover:text-foreground',
          'aria-[current=page]:bg-muted-strong/80 aria-[current=page]:font-medium aria-[current=page]:text-foreground dark:aria-[current=page]:bg-muted-strong/70',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0 group-aria-[current=page]:text-accent-text" />
        {t(key)}
      </NavLink>
    </li>
  );
}
