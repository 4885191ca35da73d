'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/layout/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import type { BulkActions } from '@/components/codes/bulk/use-bulk-actions';
import type { CodePlace } from '@/lib/codes/find/filters';
import type { CodeItem } from '@/lib/codes/find/query-options';

const load = () => import('./code-menu-popup');
const CodeMenuPopup = lazy(() => load().then((room) => ({ default: room.CodeMenuPopup })));

/** What can be done with codes where they lie. Null for those who may only look. */
export type CodeActions = { place: CodePlace; act: BulkActions['act'] } | null;

export type CodeMenuProps = { item: CodeItem; actions: CodeActions; className?: string | undefined };

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
