'use client';

import { lazy, type ComponentProps, type ReactElement } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import type { EndSessionsProps } from './end-sessions-popup';

const load = () => import('./end-sessions-popup');
const EndSessionsPopup = lazy(() => load().then((room) => ({ default: room.EndSessionsPopup })));

/** A button that asks who presses it before it ends anything. */
export function EndSessions(props: EndSessionsProps & { trigger: ReactElement<ComponentProps<'button'>> }) {
  return (
    <DeferredPopup trigger={props.trigger} haspopup="dialog" preload={load}>
      <EndSessionsPopup {...props} />
    </DeferredPopup>
  );
}
