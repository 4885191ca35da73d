'use client';

import { cloneElement, useId, type DOMAttributes, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { cn } from '@/components/ui/cn';
import { useTooltip } from './use-tooltip';

type Side = 'top' | 'bottom' | 'left' | 'right';

type Handlers = Pick<
  DOMAttributes<HTMLElement>,
  'onPointerEnter' | 'onPointerLeave' | 'onPointerDown' | 'onFocus' | 'onBlur'
>;

export type TooltipProps = {
  content: ReactNode;
  /** One focusable element. A tooltip is never its only name: give it text or `aria-label`. */
  children: ReactElement<Handlers & { 'aria-label'?: string | undefined; 'aria-describedby'?: string }>;
  side?: Side | undefined;
};

/** What the element does by itself comes first. */
const both =
  <Event,>(own: ((event: Event) => void) | undefined, added: (event: Event) => void) =>
  (event: Event) => {
    own?.(event);
    added(event);
  };

/** Not base-ui's: that one brings 33 kB of positioning code to every page for a line of text. */
export function Tooltip({ content, children, side = 'top' }: TooltipProps) {
  const id = useId();
  const { anchor, trigger, bubble } = useTooltip();
  const repeatsName = children.props['aria-label'] === content;
  const own = children.props;
  const element = cloneElement(children, {
    onPointerEnter: both(own.onPointerEnter, trigger.onPointerEnter),
    onPointerLeave: both(own.onPointerLeave, trigger.onPointerLeave),
    onPointerDown: both(own.onPointerDown, trigger.onPointerDown),
    onFocus: both(own.onFocus, trigger.onFocus),
    onBlur: both(own.onBlur, trigger.onBlur),
    ...(anchor && !repeatsName ? { 'aria-describedby': id } : {}),
  });
  return (
    <>
      {element}
      {anchor &&
        createPortal(
          <div
            id={id}
            role="tooltip"
            data-slot="tooltip"
            ref={(popup) => {
              if (popup) place({ popup, anchor, side });
            }}
            className={cn(
              'fixed z-60 w-max max-w-72 rounded-sm bg-primary px-2.5 py-1 text-xs leading-5 text-primary-foreground shadow-md',
              // A bare name is no place to rest the pointer on, and must not cover the buttons of the next row.
              repeatsName && 'pointer-events-none',
            )}
            {...bubble}
          >
            {content}
          </div>,
          document.body,
        )}
    </>
  );
}

const GAP_PX = 6;
const EDGE_PX = 8;

/** Beside the trigger, turned over when there is no room, and never out of the window. */
function place({ popup, anchor, side }: { popup: HTMLElement; anchor: DOMRect; side: Side }) {
  const { width, height } = popup.getBoundingClientRect();
  const centred = {
    left: anchor.left + (anchor.width - width) / 2,
    top: anchor.top + (anchor.height - height) / 2,
  };
  const above = anchor.top - height - GAP_PX;
  const below = anchor.bottom + GAP_PX;
  const spots = {
    top: { left: centred.left, top: above < EDGE_PX ? below : above },
    bottom: { left: centred.left, top: below + height > window.innerHeight - EDGE_PX ? above : below },
    left: { left: anchor.left - width - GAP_PX, top: centred.top },
    right: { left: anchor.right + GAP_PX, top: centred.top },
  };
  const { left, top } = spots[side];
  popup.style.left = `${Math.max(EDGE_PX, Math.min(left, window.innerWidth - width - EDGE_PX))}px`;
  popup.style.top = `${top}px`;
}
