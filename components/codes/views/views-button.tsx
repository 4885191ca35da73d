'use client';

import { Bookmark, ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import type { ViewsButtonProps } from './view-row';

const load = () => import('./views-popup');
const ViewsPopup = lazy(() => load().then((room) => ({ default: room.ViewsPopup })));

/** Searches under a name: one's own and those that others share. */
export function ViewsButton(props: ViewsButtonProps) {
  const t = useTranslations('organize.views');
  const trigger = (
    <button type="button" data-slot="views" className={buttonVariants({ variant: 'secondary', size: 'sm' })}>
      <Bookmark aria-hidden className="max-sm:hidden" />
      {t('button')}
      <ChevronDown aria-hidden className="size-3.5 text-muted-foreground max-sm:hidden" />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <ViewsPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
