'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet';
import { Brand } from './brand';
import { NavList } from './nav-list';
import { QuotaBadge, type Quota } from './quota-badge';

/** The full navigation on phones. Remembers on which page it was opened, so that following a link closes it. */
export function MobileNav({ quota }: { quota: Quota | null }) {
  const t = useTranslations();
  const pathname = usePathname();
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <Sheet open={openOn === pathname} onOpenChange={(open) => setOpenOn(open ? pathname : null)}>
      <SheetTrigger render={<Button variant="ghost" size="icon" aria-label={t('layout.nav.openMenu')} />}>
        <MenuIcon aria-hidden className="size-5" />
      </SheetTrigger>
      <SheetContent
        side="left"
        title={<Brand name={t('layout.brand.name')} tagline={t('layout.brand.tagline')} />}
        closeLabel={t('common.close')}
      >
        <div className="flex h-full flex-col justify-between gap-8 pt-2">
          <div className="-mx-2.5">
            <NavList />
          </div>
          {quota && <QuotaBadge quota={quota} />}
        </div>
      </SheetContent>
    </Sheet>
  );
}
