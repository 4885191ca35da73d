'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { toHexText } from './color';
import type { ColorPopoverProps } from './color-picker-popup';

const load = () => import('./color-picker-popup');
const ColorPickerPopup = lazy(() => load().then((room) => ({ default: room.ColorPickerPopup })));

/** Most people take a swatch: the picker is fetched when it is first opened. */
export function ColorPopover(props: ColorPopoverProps) {
  const t = useTranslations('codes.generate.color');
  const trigger = (
    <button
      type="button"
      disabled={props.disabled}
      aria-label={t('open')}
      className={cn(buttonVariants({ variant: 'secondary', size: 'icon' }), 'p-1.5')}
    >
      <span
        className="size-full rounded-xs ring-1 ring-foreground/15 ring-inset"
        style={{ backgroundColor: toHexText(props.color) }}
      />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <ColorPickerPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
