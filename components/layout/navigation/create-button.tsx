'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { GENERATE } from './nav-items';
import { NavLink } from './nav-link';

const load = () => import('./create-menu');
const CreateMenu = lazy(() => load().then((room) => ({ default: room.CreateMenu })));

/** Generates one code; beside it the menu of everything that can be made. */
export function CreateButton() {
  const t = useTranslations('layout.create');
  const trigger = (
    <button
      type="button"
      aria-label={t('menu')}
      className={cn(
        buttonVariants({ size: 'icon' }),
        'rounded-s-none border-s border-primary-foreground/25 data-popup-open:bg-primary-hover',
      )}
    >
      <ChevronDown aria-hidden />
    </button>
  );
  return (
    <div className="flex">
      <Button
        render={<NavLink href={GENERATE.href} aria-keyshortcuts={ariaKeys('create')} />}
        className="min-w-0 flex-1 rounded-e-none"
      >
        <GENERATE.icon aria-hidden />
        {t('button')}
      </Button>
      <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
        <CreateMenu trigger={trigger} />
      </DeferredPopup>
    </div>
  );
}
