'use client';

import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { useState, type ReactElement } from 'react';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import { Brand } from '@/components/layout/brand';
import { NavList } from './nav-list';
import { QuotaBadge, type Quota } from './quota-badge';

/** Opens at once: it is mounted by the click on its trigger. Following a link closes it. */
export function MobileNavSheet({ quota, trigger }: { quota: Quota | null; trigger: ReactElement }) {
  const t = useTranslations();
  const pathname = usePathname();
  const [state, setState] = useState({ open: true, pathname });
  if (state.pathname !== pathname) setState({ open: false, pathname });
  return (
    <Sheet open={state.open} onOpenChange={(open) => setState({ open, pathname })}>
      <SheetTrigger render={trigger} />
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
