'use client';

import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { popupSurface } from './popup-styles';
import { useFirstField } from './use-first-field';

export const Popover = BasePopover.Root;
export const PopoverTrigger = BasePopover.Trigger;

export type PopoverContentProps = {
  children: ReactNode;
  /** Name for screen readers. */
  'aria-label'?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  className?: string | undefined;
};

export function PopoverContent({ side, align = 'start', className, ...props }: PopoverContentProps) {
  const { content, initialFocus } = useFirstField();
  return (
    <BasePopover.Portal>
      <BasePopover.Positioner side={side} align={align} sideOffset={6} className="z-50">
        <BasePopover.Popup
          ref={content}
          data-slot="popover"
          initialFocus={initialFocus}
          className={cn(popupSurface, 'w-72 max-w-[calc(100vw-2rem)] p-4', className)}
          {...props}
        />
      </BasePopover.Positioner>
    </BasePopover.Portal>
  );
}
