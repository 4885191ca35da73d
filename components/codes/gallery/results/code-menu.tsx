'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import type { CodeMenuProps } from './code-menu-popup';

const load = () => import('./code-menu-popup');
const CodeMenuPopup = lazy(() => load().then((room) => ({ default: room.CodeMenuPopup })));

export function CodeMenu({ item, actions, className }: CodeMenuProps) {
  const t = useTranslations('codes.gallery.menu');
  const trigger = (
    <button
      type="button"
      className={cn(buttonVariants({ variant: 'ghost', size: 'icon-sm' }), className)}
      aria-label={t('label', { name: item.name })}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <CodeMenuPopup item={item} actions={actions} trigger={trigger} />
    </DeferredPopup>
  );
}
