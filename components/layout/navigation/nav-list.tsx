'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { activeNavKey, SETTINGS_NAV, WORKSPACE_NAV, type NavItem } from './nav-items';

/** The destinations of the console, in the sidebar and in the menu of phones. */
export function NavList() {
  const t = useTranslations('layout.nav');
  return (
    <nav aria-label={t('label')} className="flex flex-col gap-5">
      <NavGroup items={WORKSPACE_NAV} />
      <NavGroup items={SETTINGS_NAV} title={t('settings')} />
    </nav>
  );
}

function NavGroup({ items, title }: { items: readonly NavItem[]; title?: string | undefined }) {
  const t = useTranslations('layout.nav');
  const active = activeNavKey(usePathname());
  return (
    <div>
      {title && <p className="px-2.5 pb-1.5 text-xs text-muted-foreground">{title}</p>}
      <ul className="flex flex-col gap-0.5">
        {items.map(({ key, href, icon: Icon }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={active === key ? 'page' : undefined}
              className={cn(
                'group flex h-9 items-center gap-2.5 rounded-md px-2.5 text-muted-foreground focus-ring transition-colors max-md:h-11',
                'hover:bg-muted-strong/60 hover:text-foreground',
                'aria-[current=page]:bg-muted-strong/80 aria-[current=page]:font-medium aria-[current=page]:text-foreground dark:aria-[current=page]:bg-muted-strong/70',
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0 group-aria-[current=page]:text-accent-text" />
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
