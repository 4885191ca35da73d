'use client';

import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { lazy, type ComponentProps, type ReactElement } from 'react';
import type { ConfirmActionProps } from './confirm-action-popup';

const load = () => import('./confirm-action-popup');
const ConfirmActionPopup = lazy(() => load().then((room) => ({ default: room.ConfirmActionPopup })));

/** A button that asks before it does something. */
export function ConfirmAction(
  props: ConfirmActionProps & { trigger: ReactElement<ComponentProps<'button'>> },
) {
  return (
    <DeferredPopup trigger={props.trigger} haspopup="dialog" preload={load}>
      <ConfirmActionPopup {...props} />
    </DeferredPopup>
  );
}
