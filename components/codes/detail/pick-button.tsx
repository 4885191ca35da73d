'use client';

import { Pencil } from 'lucide-react';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import type { PickButtonProps } from './pick-popup';

const load = () => import('./pick-popup');
const PickPopup = lazy(() => load().then((room) => ({ default: room.PickPopup })));

export function PickButton(props: PickButtonProps) {
  const trigger = (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      className={buttonVariants({ variant: 'ghost', size: 'icon-sm' })}
    >
      <Pencil aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <PickPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
