'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { activeNavKey, CODES, GENERATE, OVERVIEW, QUOTA, type NavItem } from './nav-items';
import { usePaletteTrigger } from '@/components/layout/palette/palette-context';

const place =
  'flex h-full w-full flex-col items-center justify-center gap-1 rounded-md text-2xs text-muted-foreground focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring';

/** Within reach of the thumb: three destinations, generating in the middle, and the palette for all else. Phones only; gives way to a form's own button. */
export function BottomBar({ canGenerate }: { canGenerate: boolean }) {
  const t = useTranslations('layout.nav');
  const items = canGenerate ? [OVERVIEW, CODES, GENERATE, QUOTA] : [OVERVIEW, CODES, QUOTA];
  return (
    <nav
      aria-label={t('shortcuts')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-border bg-surface/95 pb-safe backdrop-blur-md lg:hidden thumb:in-[body:has(.thumb-bar)]:hidden"
    >
      <ul className="mx-auto flex h-16 max-w-xl items-stretch px-2">
        {items.map((item) => (
          <li key={item.key} className="flex-1">
            <BottomLink item={item} />
          </li>
        ))}
        <li className="flex-1">
          <SearchButton />
        </li>
      </ul>
    </nav>
  );
}

function BottomLink({ item: { key, href, icon: Icon } }: { item: NavItem }) {
  const t = useTranslations('layout.nav');
  const prominent = key === 'generate';
  const current = activeNavKey(usePathname()) === key;
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className={cn(place, 'aria-[current=page]:font-medium aria-[current=page]:text-foreground')}
    >
      {prominent ? (
        <span className="-mt-2 -mb-1 flex h-8 w-12 items-center justify-center rounded-full bg-primary text-primary-foreground shadow-sm">
          <Icon aria-hidden className="size-5" strokeWidth={2.25} />
        </span>
      ) : (
        <Icon aria-hidden className={cn('size-5', current && 'text-accent-text')} />
      )}
      {t(key)}
    </Link>
  );
}

function SearchButton() {
  const t = useTranslations('layout.palette');
  return (
    <button {...usePaletteTrigger()} className={place}>
      <Search aria-hidden className="size-5" />
      {t('short')}
    </button>
  );
}
