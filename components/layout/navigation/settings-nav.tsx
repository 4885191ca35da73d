'use client';

import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { isActive, type NavGroup, type NavItem, type ShellCan } from './nav-items';
import { NavLink } from './nav-link';
import { NavGroups } from './nav-list';
import { settingsGroups } from './settings-items';

/** The second level of the settings: a column on wide screens, one line of tabs on narrow ones. */
export function SettingsNav({ can }: { can: ShellCan }) {
  const t = useTranslations('layout.nav');
  const groups = settingsGroups(can);
  return (
    <>
      <nav aria-label={t('settings')} className="flex flex-col gap-4 max-xl:hidden">
        <NavGroups groups={groups} />
      </nav>
      <Tabs groups={groups} />
    </>
  );
}

/** The row is longer than a phone is wide. */
const showWhole = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'center' });

/** Nothing for whoever has but one of them. */
function Tabs({ groups }: { groups: readonly NavGroup[] }) {
  const t = useTranslations('layout.nav');
  const pathname = usePathname();
  const items = groups.flatMap((group) => group.items);
  if (items.length < 2) return null;
  return (
    <div className="mb-5 border-b border-border xl:hidden">
      <nav aria-label={t('settings')} className="-mb-px fade-end overflow-x-auto">
        <ul className="flex w-max gap-4 px-0.5 pe-8">
          {items.map((item) => (
            <Tab key={item.key} item={item} active={isActive(item, pathname)} />
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Tab({ item: { key, href }, active }: { item: NavItem; active: boolean }) {
  const t = useTranslations('layout.nav');
  return (
    <li>
      <NavLink
        href={href}
        aria-current={active ? 'page' : undefined}
        ref={active ? showWhole : undefined}
        className="flex h-9 items-center border-b-2 border-transparent px-0.5 text-muted-foreground focus-ring-inset hover:text-foreground aria-[current=page]:border-foreground aria-[current=page]:font-medium aria-[current=page]:text-foreground max-md:h-11"
      >
        {t(key)}
      </NavLink>
    </li>
  );
}
