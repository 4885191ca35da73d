'use client';

import { lazy } from 'react';
import { DeferredPopup } from './deferred-popup';
import type { ConfirmActionProps } from './confirm-action-popup';

const load = () => import('./confirm-action-popup');
const ConfirmActionPopup = lazy(() => load().then((room) => ({ default: room.ConfirmActionPopup })));

/** A button that asks before it does something. */
export function ConfirmAction(props: ConfirmActionProps) {
  return (
    <DeferredPopup trigger={props.trigger} haspopup="dialog" preload={load}>
      <ConfirmActionPopup {...props} />
    </DeferredPopup>
  );
}
