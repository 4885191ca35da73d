'use client';

import { Bookmark, ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import type { PresetsButtonProps } from './presets-popup';

const load = () => import('./presets-popup');
const PresetsPopup = lazy(() => load().then((room) => ({ default: room.PresetsPopup })));

/** Mapping and settings under a name, for the next table like this one. */
export function PresetsButton({ draft, presets }: PresetsButtonProps) {
  const t = useTranslations('batches.presets');
  const trigger = (
    <button type="button" className={buttonVariants({ variant: 'secondary' })}>
      <Bookmark aria-hidden />
      {t('button')}
      <ChevronDown aria-hidden className="size-3.5 text-muted-foreground" />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <PresetsPopup draft={draft} presets={presets} trigger={trigger} />
    </DeferredPopup>
  );
}
