'use client';

import type { MouseEvent as ReactMouseEvent } from 'react';
import { Checkbox } from '@/components/ui/form/checkbox';

export type TickBoxProps = {
  id?: string | undefined;
  'aria-label': string;
  checked: boolean;
  /** `range`: Shift was held, and all rows from the last ticked one on are meant. */
  onTick: (tick: { checked: boolean; range: boolean }) => void;
};

// A shift-click would also mark the text between two rows.
function keepTextUnmarked(event: ReactMouseEvent) {
  if (event.shiftKey) event.preventDefault();
}

/** Ticks one row; with Shift all rows from the last ticked one. */
export function TickBox({ onTick, ...box }: TickBoxProps) {
  return (
    <Checkbox
      {...box}
      onMouseDown={keepTextUnmarked}
      onCheckedChange={(checked, { event }) =>
        onTick({ checked, range: event instanceof MouseEvent && event.shiftKey })
      }
    />
  );
}
