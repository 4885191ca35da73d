'use client';

import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { DialogBackdrop, DialogFooter, dialogSurface } from './dialog';
import { Input } from '@/components/ui/form/input';
import { useOpener } from './use-opener';

export type ConfirmDialogProps = {
  /** Names the object: “Delete ‘Spring poster’?” */
  title: ReactNode;
  description: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  pending?: boolean | undefined;
  variant?: 'danger' | 'primary' | undefined;
  /** An element that opens it; or control it with `open` and `onOpenChange`. */
  trigger?: ReactElement | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** For the irrevocable: confirm stays locked until `text` has been typed. */
  typeToConfirm?: { label: string; text: string } | undefined;
  children?: ReactNode;
};

/** Asks before something is lost. Stays open until the caller closes it, so that `pending` and errors can be seen. */
export function ConfirmDialog({ trigger, open, onOpenChange, ...content }: ConfirmDialogProps) {
  return (
    <BaseAlertDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <BaseAlertDialog.Trigger render={trigger} />}
      <BaseAlertDialog.Portal>
        <DialogBackdrop />
        <BaseAlertDialog.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6">
          <ConfirmPopup {...content} />
        </BaseAlertDialog.Viewport>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}

type ConfirmContentProps = Omit<ConfirmDialogProps, 'trigger' | 'open' | 'onOpenChange'>;

function ConfirmPopup(props: ConfirmContentProps) {
  return (
    <BaseAlertDialog.Popup
      data-slot="alert-dialog"
      finalFocus={useOpener()}
      className={cn(dialogSurface, 'sm:max-w-md')}
    >
      <ConfirmContent {...props} />
    </BaseAlertDialog.Popup>
  );
}

function ConfirmContent(props: ConfirmContentProps) {
  const { title, description, confirmLabel, cancelLabel, onConfirm, pending, variant = 'danger' } = props;
  const { typeToConfirm, children } = props;
  const [typed, setTyped] = useState('');
  const locked = typeToConfirm !== undefined && typed.trim() !== typeToConfirm.text;
  return (
    <>
      <div className="flex flex-col gap-2 px-5 pt-5 pb-3 sm:px-6 sm:pt-6">
        <BaseAlertDialog.Title className="text-base font-semibold text-pretty wrap-anywhere">
          {title}
        </BaseAlertDialog.Title>
        <BaseAlertDialog.Description className="text-muted-foreground">
          {description}
        </BaseAlertDialog.Description>
        {children}
        {typeToConfirm && (
          <label className="mt-2 flex flex-col gap-1.5 font-medium">
            {typeToConfirm.label}
            <Input value={typed} onChange={({ target }) => setTyped(target.value)} autoComplete="off" />
          </label>
        )}
      </div>
      <DialogFooter>
        <BaseAlertDialog.Close render={<Button variant="secondary" />}>{cancelLabel}</BaseAlertDialog.Close>
        <Button variant={variant} pending={pending} disabled={locked} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </>
  );
}
