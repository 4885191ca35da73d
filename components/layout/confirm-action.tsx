'use client';

import { lazy, type ComponentProps, type ReactElement, type ReactNode } from 'react';
import type { PublicError } from '@/lib/i18n/translate-error';
import { DeferredPopup } from './deferred-popup';

const load = () => import('./confirm-action-popup');
const ConfirmActionPopup = lazy(() => load().then((room) => ({ default: room.ConfirmActionPopup })));

export type ConfirmActionProps = {
  /** A `Button`. */
  trigger: ReactElement<ComponentProps<'button'>>;
  /** Names the object: “Delete ‘Spring poster’?” */
  title: ReactNode;
  description: ReactNode;
  confirmLabel: string;
  variant?: 'danger' | 'primary' | undefined;
  /** What is done once confirmed; the page is then loaded afresh. */
  action: () => Promise<{ serverError?: PublicError | undefined }>;
  /** The notice when it is done. */
  done: string;
};

/** A button that asks before it does something. */
export function ConfirmAction(props: ConfirmActionProps) {
  return (
    <DeferredPopup trigger={props.trigger} haspopup="dialog" preload={load}>
      <ConfirmActionPopup {...props} />
    </DeferredPopup>
  );
}
