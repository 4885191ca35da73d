'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { DialogBackdrop } from './dialog';

export const Sheet = BaseDialog.Root;
export const SheetTrigger = BaseDialog.Trigger;

const sides = {
  left: 'inset-y-0 start-0 w-[min(20rem,88vw)] border-e data-ending-style:-translate-x-8 data-starting-style:-translate-x-8',
  right:
    'inset-y-0 end-0 w-[min(26rem,94vw)] border-s data-ending-style:translate-x-8 data-starting-style:translate-x-8',
  bottom:
    'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-2xl border-t data-ending-style:translate-y-8 data-starting-style:translate-y-8',
};

export type SheetContentProps = {
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  footer?: ReactNode;
  side?: keyof typeof sides | undefined;
  /** Keeps the title for screen readers only. */
  titleHidden?: boolean | undefined;
  className?: string | undefined;
};

export function SheetContent(props: SheetContentProps) {
  const { title, closeLabel, children, footer, side = 'right', titleHidden, className } = props;
  return (
    <BaseDialog.Portal>
      <DialogBackdrop />
      <BaseDialog.Popup
        data-slot="sheet"
        className={cn(
          'fixed z-50 flex flex-col border-border bg-surface-raised pb-safe shadow-lg outline-none',
          'transition-[opacity,translate] duration-200 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0',
          sides[side],
          className,
        )}
      >
        <div className="flex min-h-14 items-center justify-between gap-3 ps-5 pe-3">
          <BaseDialog.Title className={cn('text-base font-semibold', titleHidden && 'sr-only')}>
            {title}
          </BaseDialog.Title>
          <BaseDialog.Close
            aria-label={closeLabel}
            className={cn(buttonVariants({ variant: 'ghost', size: 'icon-sm' }), 'ms-auto')}
          >
            <X aria-hidden />
          </BaseDialog.Close>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
        {footer && <div className="flex justify-end gap-2 border-t border-border px-5 py-3">{footer}</div>}
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  );
}
