'use client';

import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { useFirstField } from './use-first-field';
import { useOpener } from './use-opener';

export const Dialog = BaseDialog.Root;
export const DialogTrigger = BaseDialog.Trigger;
export const DialogClose = BaseDialog.Close;

const sizes = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-2xl', xl: 'sm:max-w-4xl' };

export type DialogContentProps = {
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  children?: ReactNode;
  /** Buttons; on phones they stack with the last one on top. */
  footer?: ReactNode;
  size?: keyof typeof sizes | undefined;
  className?: string | undefined;
};

export function DialogContent(props: DialogContentProps) {
  return (
    <BaseDialog.Portal>
      <DialogBackdrop />
      <BaseDialog.Viewport className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto sm:items-center sm:p-6">
        <DialogPopup {...props} />
      </BaseDialog.Viewport>
    </BaseDialog.Portal>
  );
}

function DialogPopup(props: DialogContentProps) {
  const { title, description, closeLabel, children, footer, size = 'md', className } = props;
  const { content, initialFocus } = useFirstField();
  return (
    <BaseDialog.Popup
      data-slot="dialog"
      initialFocus={initialFocus}
      finalFocus={useOpener()}
      className={cn(dialogSurface, sizes[size], className)}
    >
      <div className="flex flex-col gap-1 px-5 pe-14 pt-5 sm:px-6 sm:pe-14 sm:pt-6">
        <BaseDialog.Title className="text-base font-semibold">{title}</BaseDialog.Title>
        {description && (
          <BaseDialog.Description className="text-muted-foreground">{description}</BaseDialog.Description>
        )}
      </div>
      <BaseDialog.Close
        aria-label={closeLabel}
        className={cn(buttonVariants({ variant: 'ghost', size: 'icon-sm' }), 'absolute end-3 top-3 sm:top-4')}
      >
        <X aria-hidden />
      </BaseDialog.Close>
      {children && (
        <div ref={content} className="px-5 py-4 sm:px-6">
          {children}
        </div>
      )}
      {footer && <DialogFooter>{footer}</DialogFooter>}
    </BaseDialog.Popup>
  );
}

export const dialogSurface = cn(
  'relative flex max-h-[92dvh] w-full scroll-pb-24 flex-col overflow-y-auto rounded-t-2xl border border-border bg-surface-raised pb-safe shadow-lg outline-none sm:max-h-[calc(100dvh-3rem)] sm:rounded-xl',
  'transition-[opacity,scale,translate] duration-150 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0',
  'max-sm:data-ending-style:translate-y-8 max-sm:data-starting-style:translate-y-8 sm:data-ending-style:scale-[0.98] sm:data-starting-style:scale-[0.98]',
);

export function DialogBackdrop() {
  return (
    <BaseDialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
  );
}

// In sight while what is above it scrolls, and fades out there; unless the window is too low for both.
const actionBar = cn(
  'bottom-0 flex flex-col-reverse gap-2 bg-surface-raised px-5 pt-2 pb-5 shadow-[0_-0.75rem_0.75rem_var(--surface-raised)] [@media(min-height:36rem)]:sticky',
  'sm:flex-row sm:justify-end sm:px-6 sm:pb-6',
);

export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className={actionBar}>{children}</div>;
}

/** The buttons of a form that is what a dialog shows; on phones they stack with the last one on top. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={cn(actionBar, '-mx-5 -mb-4 sm:-mx-6')}>{children}</div>;
}
