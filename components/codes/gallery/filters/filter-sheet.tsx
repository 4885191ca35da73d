'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import type { FilterSheetProps } from './filter-sheet-popup';

const load = () => import('./filter-sheet-popup');
const FilterSheetPopup = lazy(() => load().then((room) => ({ default: room.FilterSheetPopup })));

/** All filters within reach of the thumb. They count at once; the button at the foot only closes. */
export function FilterSheet(props: FilterSheetProps) {
  const t = useTranslations('common');
  const trigger = (
    <button type="button" className={buttonVariants({ variant: 'secondary' })}>
      <SlidersHorizontal aria-hidden />
      {t('filter')}
      {props.active > 0 && <span className="text-accent-text">{props.active}</span>}
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <FilterSheetPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
