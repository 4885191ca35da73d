'use client';

import { Columns3, ZoomIn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import type { CodeView } from '@/lib/codes/find/search-params';
import type { LookState } from './use-look';

const load = () => import('./look-menu-popup');
const LookMenuPopup = lazy(() => load().then((room) => ({ default: room.LookMenuPopup })));

/** The size of cards, or the columns of the table: whichever is on the screen. */
export function LookMenu({ view, look }: { view: CodeView; look: LookState }) {
  const t = useTranslations('codes.gallery.look');
  const [label, Icon] = view === 'table' ? [t('columns'), Columns3] : [t('size'), ZoomIn];
  const trigger = (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cn(buttonVariants({ variant: 'secondary', size: 'icon' }))}
    >
      <Icon aria-hidden />
    </button>
  );
  return (
    <DeferredPopup key={view} trigger={trigger} haspopup="menu" preload={load}>
      <LookMenuPopup view={view} look={look} trigger={trigger} />
    </DeferredPopup>
  );
}
