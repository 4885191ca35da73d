'use client';

import { lazy } from 'react';
import { Button } from '@/components/ui/button';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import type { EndSessionsProps } from './end-sessions-popup';

const load = () => import('./end-sessions-popup');
const EndSessionsPopup = lazy(() => load().then((room) => ({ default: room.EndSessionsPopup })));

/** A button that asks who presses it before it ends anything. */
export function EndSessions(props: EndSessionsProps) {
  const trigger = (
    <Button variant="secondary" size="sm" aria-label={props.spokenLabel}>
      {props.label}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <EndSessionsPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
