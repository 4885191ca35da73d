'use client';

import { Ellipsis } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { buttonVariants, type ButtonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { DeferredPopup, type DeferredPopupProps } from './deferred-popup';

export type DeferredMenuProps = ButtonVariants &
  Pick<DeferredPopupProps, 'preload'> & {
    /** Names what the menu is about. */
    label: string;
    className?: string | undefined;
    /** The lazy menu, opened from the start (`defaultOpen`), on this button. */
    children: (trigger: ReactElement) => ReactNode;
  };

/** ⋯ with further actions, whose code comes with the first use. */
export function DeferredMenu({ label, preload, className, children, ...look }: DeferredMenuProps) {
  const trigger = (
    <button
      type="button"
      aria-label={label}
      className={cn(buttonVariants({ variant: 'ghost', size: 'icon-sm', ...look }), className)}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={preload}>
      {children(trigger)}
    </DeferredPopup>
  );
}
